package org.sgdwalk.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.commons.io.file.PathUtils;

/**
 * A folder that appears whole or not at all. It is filled within {@code NAME.partial} beside its
 * place, which is made at once, and then moved there. As long as this process lives it holds the
 * lock of {@code NAME.partial.lock}. So a place that cannot be written is found before the work, by
 * trying, and what a dead process left is told from what a living one writes. Beside its content
 * {@code NAME.partial} may hold what the work needs to go on, which is there until the folder is.
 */
public final class NewFolder implements AutoCloseable {
  /** Ends the name of a folder that is still being written. */
  public static final String PARTIAL = ".partial";

  /**
   * Behind that, ends the name of the file that is locked: beside, for Windows moves no folder of
   * an open file.
   */
  private static final String LOCK = ".lock";

  private static final String CONTENT = "content";

  /** Is there from just before the content is moved to its place. */
  private static final String MOVED = "moved";

  private static final int KB = 1000;

  private final Path target;
  private final Path partial;
  private final List<Path> made;
  private final LockFile lock;
  private boolean published;
  private boolean kept;

  private NewFolder(Path target, Path partial, List<Path> made, LockFile lock) {
    this.target = target;
    this.partial = partial;
    this.made = made;
    this.lock = lock;
  }

  /**
   * Takes a place that is free.
   *
   * @param target a path that does not exist; missing parents are made
   * @throws DiskException if it exists, cannot be made, or another process is writing it
   */
  public static NewFolder open(Path target) {
    removeLeftover(target);
    requireFree(target);
    NewFolder folder =
        taken(target, LockFile::tryAcquire)
            .orElseThrow(() -> new DiskException(target + ": another process is writing it"));
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      folder.close();
      requireFree(target);
    }
    return folder;
  }

  /**
   * Waits until nobody else writes at a place, which may exist by then.
   *
   * @param waits is run before it waits
   * @throws DiskException if it cannot be made
   */
  public static NewFolder await(Path target, Runnable waits) {
    return taken(target, path -> Optional.of(LockFile.acquire(path, waits))).orElseThrow();
  }

  /**
   * Removes what a process left that died after it had put a folder in its place; what is kept for
   * one that is not there stays, whatever lies there in its stead.
   */
  public static void removeLeftover(Path target) {
    if (isLeftover(target)) {
      taken(target, LockFile::tryAcquire).ifPresent(NewFolder::closeLeftover);
    }
  }

  /** Its content was moved, or all but the lock, and what is locked but empty, is gone already. */
  private static boolean isLeftover(Path target) {
    Path partial = partial(target);
    return Files.exists(target, LinkOption.NOFOLLOW_LINKS)
        && (isMoved(partial) || (Files.exists(lock(partial)) && hasNothing(partial)));
  }

  private static boolean hasNothing(Path partial) {
    try {
      return !Files.exists(partial) || PathUtils.isEmptyDirectory(partial);
    } catch (IOException e) {
      return false; // it went meanwhile, or is none
    }
  }

  private static boolean isMoved(Path partial) {
    return Files.exists(partial.resolve(MOVED)) && !Files.exists(partial.resolve(CONTENT));
  }

  private void closeLeftover() {
    try {
      kept = !isMoved(partial) && !files().isEmpty();
    } catch (IOException e) {
      kept = true;
    }
    close();
  }

  private static Path lock(Path partial) {
    return partial.resolveSibling(partial.getFileName() + LOCK);
  }

  /**
   * Removes a folder, and what was begun of one, once nobody writes there.
   *
   * @throws IOException if it cannot be deleted
   * @throws DiskException if it cannot be taken
   */
  public static void remove(Path target) throws IOException {
    try (NewFolder place = await(target, () -> {})) {
      if (Files.exists(place.target, LinkOption.NOFOLLOW_LINKS)) {
        PathUtils.delete(place.target);
      }
    }
  }

  /** Whether there is a folder, or something of one that was begun. */
  public static boolean isBegun(Path target) {
    return Files.exists(target, LinkOption.NOFOLLOW_LINKS) || Files.exists(partial(target));
  }

  private static Path partial(Path target) {
    Path whole = target.toAbsolutePath();
    return whole.resolveSibling(whole.getFileName() + PARTIAL);
  }

  /** How the lock is taken. */
  @FunctionalInterface
  private interface Locking {
    Optional<LockFile> at(Path path) throws IOException;
  }

  private static Optional<NewFolder> taken(Path target, Locking locking) {
    requireName(target);
    Path partial = partial(target);
    List<Path> made =
        Stream.iterate(
                partial.getParent(),
                place -> place != null && !Files.exists(place),
                Path::getParent)
            .toList();
    try {
      requireFolderOrNothing(partial);
      Optional<LockFile> lock = locking.at(lock(partial));
      return lock.isPresent()
          ? Optional.of(made(target, partial, made, lock.get()))
          : Optional.empty();
    } catch (IOException e) {
      made.forEach(NewFolder::removeIfEmpty);
      throw new DiskException(target + ": cannot be made", e);
    }
  }

  private static NewFolder made(Path target, Path partial, List<Path> made, LockFile lock)
      throws IOException {
    try {
      Files.createDirectories(partial);
      return new NewFolder(target, partial, made, lock);
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  private static void requireFree(Path target) {
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new DiskException(target + ": exists already");
    }
  }

  /** What a path with {@code ..} at its end means is there already, or hangs on a link. */
  private static void requireName(Path target) {
    String name = String.valueOf(target.getFileName());
    if (target.getNameCount() == 0 || name.isEmpty() || name.equals(".") || name.equals("..")) {
      throw new DiskException(target + ": must end with the name of a directory to be made");
    }
  }

  /** Asked once: another one may remove it at any moment. */
  private static void requireFolderOrNothing(Path partial) throws IOException {
    try {
      BasicFileAttributes there =
          Files.readAttributes(partial, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!there.isDirectory()) {
        throw new IOException(partial + " is in the way, which is no directory");
      }
    } catch (NoSuchFileException e) {
      // It will be made.
    }
  }

  /** Where the work is kept until the folder is in its place. */
  public Path partial() {
    return partial;
  }

  /**
   * Makes the folder to be filled, empty.
   *
   * @throws IOException if it cannot be made
   */
  public Path content() throws IOException {
    Files.deleteIfExists(partial.resolve(MOVED));
    Path content = partial.resolve(CONTENT);
    if (Files.exists(content, LinkOption.NOFOLLOW_LINKS)) {
      PathUtils.delete(content);
    }
    return Files.createDirectories(content);
  }

  /** Empties it. */
  public void clear() {
    try {
      for (Path file : files()) {
        PathUtils.delete(file);
      }
    } catch (IOException e) {
      throw new DiskException(partial + ": cannot be emptied", e);
    }
  }

  /**
   * Makes sure that nobody else's files lie in it, which would be deleted with it.
   *
   * @param own tells the names of files that are kept there for the next process
   * @throws DiskException that names one that is not
   */
  public void requireOnly(Predicate<String> own) {
    try {
      for (Path file : files()) {
        String name = file.getFileName().toString();
        if (!name.equals(CONTENT) && !name.equals(MOVED) && !own.test(name)) {
          kept = true;
          throw new DiskException(
              file
                  + ": is in the way; "
                  + partial
                  + " is for what is not finished, and is deleted");
        }
      }
    } catch (IOException e) {
      throw new DiskException(partial + ": cannot be read", e);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(partial)) {
      return files.toList();
    }
  }

  /** Bytes that its content could have if all else in it were deleted. */
  private long roomForContent() throws IOException {
    long room = Files.getFileStore(partial).getUsableSpace();
    for (Path file : files()) {
      room += FileUtils.sizeOf(file.toFile());
    }
    return room;
  }

  /**
   * Empties it where that makes room, and leaves it but for its content where it does not.
   *
   * @param bytes what the content takes
   * @return whether there is room now, by count
   * @throws IOException if it cannot be read
   */
  public boolean makeRoom(long bytes) throws IOException {
    boolean enough = roomForContent() > bytes + bytes / 8;
    if (enough) {
      clear();
    } else {
      PathUtils.delete(partial.resolve(CONTENT));
    }
    return enough;
  }

  /**
   * Finds before the work that there is too little space for it.
   *
   * @param bytes what it takes at least
   * @throws DiskException if less is free; not where the disk does not say
   */
  public void requireSpace(long bytes) {
    long free;
    try {
      free = Files.getFileStore(partial).getUsableSpace();
    } catch (IOException e) {
      return;
    }
    if (free > 0 && free < bytes) { // Some network disks say 0; a full one has no room for a lock.
      throw new DiskException(
          String.format(
              Locale.ROOT,
              "%s: takes about %,d kB, and %,d kB are free there",
              target,
              bytes / KB + 1,
              free / KB));
    }
  }

  /** Whether it is left to the next process. */
  public boolean isKept() {
    return kept;
  }

  /** Leaves it to the next process that takes this place, unless it is published. */
  public void keep() {
    kept = true;
  }

  /**
   * Puts the content into its place, on the disk whole before it has its name.
   *
   * @throws IOException if that fails; nothing is at its place then that was not there
   */
  public void publish() throws IOException {
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new IOException("it has been made meanwhile");
    }
    Path content = partial.resolve(CONTENT);
    DurableFile.syncTree(content);
    Files.write(partial.resolve(MOVED), new byte[0]);
    Files.move(content, target, StandardCopyOption.ATOMIC_MOVE);
    published = true;
    DurableFile.syncFolder(Objects.requireNonNull(target.toAbsolutePath().getParent()));
  }

  /**
   * Removes what is not kept for the next process, and lets the next one in. What cannot be deleted
   * stays, and is known again for what it is.
   */
  @Override
  public void close() {
    boolean removed = published || !kept;
    try (lock) {
      if (removed && Files.isDirectory(partial)) {
        remove(files());
      }
    } catch (IOException e) {
      // As said above.
    }
    if (removed && !published) {
      made.forEach(NewFolder::removeIfEmpty);
    }
  }

  /** The sign that its content was moved goes last: a process may die in the middle. */
  private void remove(List<Path> files) throws IOException {
    for (Path file : files) {
      if (!file.endsWith(MOVED)) {
        PathUtils.delete(file);
      }
    }
    PathUtils.delete(partial);
  }

  private static void removeIfEmpty(Path folder) {
    try {
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      // Another one has taken it, or it cannot be removed, which does no harm.
    }
  }
}
