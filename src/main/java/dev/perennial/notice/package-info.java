/**
 * Notices: a row before it is a mail, named by what it is about and its code, so that
 * nothing is announced twice (rules 8.1). Which notices apply is decided in
 * {@code renewal}; whether a mail went out is learnt from the mail server.
 */
@NullMarked
package dev.perennial.notice;

import org.jspecify.annotations.NullMarked;
