/**
 * Perennial: the nightly renewal system for annual partner memberships.
 */
@NullMarked
package dev.perennial;

import org.jspecify.annotations.NullMarked;
