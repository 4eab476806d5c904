/**
 * The samples of a checkout: defines and starts what a folder holds, as a user would over the admin API. Knows the
 * layout of the folder, nothing of what stands in the files.
 */
@NullMarked
package dev.krakenflow.standalone.samples;

import org.jspecify.annotations.NullMarked;
