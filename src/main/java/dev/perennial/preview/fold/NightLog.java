package dev.perennial.preview.fold;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.perennial.notice.Notice;
import dev.perennial.preview.fold.Foreseen.Result;
import dev.perennial.preview.fold.Foreseen.Thing;
import dev.perennial.renewal.Dossier;
import dev.perennial.renewal.Verdict;
import org.jspecify.annotations.Nullable;

/** What a night decides about a subscription besides its facts. */
final class NightLog {

	private final Observation observation;

	private final List<Step> steps = new ArrayList<>();

	private final Map<String, Notice> beside = new LinkedHashMap<>();

	private @Nullable LocalDate nextLook;

	NightLog(Observation observation) {
		this.observation = observation;
	}

	/** Takes a verdict down, and goes on with the facts after it. */
	Dossier told(String job, Verdict verdict) {
		this.steps.add(Step.of(job, verdict));
		return verdict.after();
	}

	void say(Step step) {
		this.steps.add(step);
	}

	void put(String job, Thing thing, Result result) {
		this.observation.put(job, thing, result);
	}

	void saw(String job, Notice notice) {
		this.observation.notice(job, notice);
	}

	void suppose(Supposition supposition) {
		this.observation.suppose(supposition);
	}

	void lookAgain(@Nullable LocalDate day) {
		this.nextLook = day;
	}

	/** Notices that are not of the current facts, by id. */
	Map<String, Notice> beside() {
		return this.beside;
	}

	Set<Supposition> ifs() {
		return this.observation.ifs();
	}

	List<Step> steps() {
		return List.copyOf(this.steps);
	}

	Collection<Foreseen> items() {
		return this.observation.items();
	}

	Optional<LocalDate> nextLook() {
		return Optional.ofNullable(this.nextLook);
	}

}
