/**
 * What can happen to a night besides a kill: servers that end, lie, hang or refuse, lost
 * answers, signals, a second process, a full disk. What comes in is a fault, what goes
 * out is a night that was worked off by itself or by starting it again; run twice, the
 * fault strikes at the same kind of place.
 */
@NullMarked
package dev.perennial.chaos.matrix;

import org.jspecify.annotations.NullMarked;
