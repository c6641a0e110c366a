/**
 * Sample partners for an empty machine and for simulations. What comes in is a date; what
 * goes out is a folder of files as an operator would get them: partners, subscriptions,
 * qualifications, the inbox of fourteen months and what people do in them. Nothing is
 * random: the same date gives the same bytes.
 */
@NullMarked
package dev.perennial.demo.sample;

import org.jspecify.annotations.NullMarked;
