package org.sgdwalk.net.natives;

import com.sun.jna.Library;
import com.sun.jna.Native;

/**
 * Has the C library keep the memory that natives free for their next request. oneDNN takes memory
 * for a convolution's reordered inputs at each call and frees it after; left alone, glibc gives
 * what is large back to the system and takes it anew, zeroed page by page: in ResNet-56's gradient
 * those page faults took longer than the convolutions. What has been freed stays with the process.
 */
public final class FreedMemory {
  private static final int TRIM_THRESHOLD = -1; // M_TRIM_THRESHOLD of malloc.h
  private static final int MMAP_THRESHOLD = -3; // M_MMAP_THRESHOLD
  private static final int TOP_PAD = -2; // M_TOP_PAD: below it a thread's empty heaps are kept
  private static final int HEAP = 64 << 20; // the most that a heap of a thread has
  private static final int LARGEST_MMAP_THRESHOLD = 32 << 20; // glibc takes no more

  private FreedMemory() {}

  /** What glibc has for it. */
  interface Allocator extends Library {
    /** Sets a parameter of the allocator; 0 if it does not know it or the value. */
    int mallopt(int parameter, int value);
  }

  /** Call before ND4J starts; elsewhere than on Linux with glibc it does nothing. */
  public static void keep(String natives) {
    if (!natives.startsWith("linux-")) {
      return;
    }
    try {
      Allocator allocator = Native.load("c", Allocator.class);
      allocator.mallopt(MMAP_THRESHOLD, LARGEST_MMAP_THRESHOLD);
      allocator.mallopt(TRIM_THRESHOLD, Integer.MAX_VALUE);
      allocator.mallopt(TOP_PAD, HEAP);
    } catch (UnsatisfiedLinkError e) {
      // Another C library: nothing to set, only slower.
    }
  }
}
