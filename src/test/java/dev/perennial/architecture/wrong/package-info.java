/**
 * One class for each rule of the house that breaks it, in packages named as the
 * program's.
 */
package dev.perennial.architecture.wrong;
