/** Makes the runs of a study on an Apache Spark cluster, in builds with {@code -Pspark} alone. */
@NullMarked
package org.sgdwalk.spark;

import org.jspecify.annotations.NullMarked;
