/**
 * The reference model: the nights of the rules once more, as a small, plain, slow
 * simulation with the whole world in memory, sharing no class with the program it is
 * compared with. What comes in is a folder of imports, inbox files and catalogues per
 * date; what goes out is what the program's outbox must say. A run begins with nothing
 * and ends with files, so running it twice writes the same ones.
 */
@NullMarked
package dev.perennial.model;

import org.jspecify.annotations.NullMarked;
