package dev.perennial.night;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.perennial.work.NightlyJob;
import dev.perennial.work.lease.FenceLost;
import dev.perennial.work.lease.Lease;

/**
 * Runs nights: all jobs of a business date in their order, then closes it.
 */
public final class Night {

	private final BusinessDates dates;

	private final Readiness readiness;

	private final Lease lease;

	private final NightApproval approval;

	private final OneNight oneNight;

	Night(BusinessDates dates, Readiness readiness, Lease lease, NightApproval approval, OneNight oneNight) {
		this.dates = dates;
		this.readiness = readiness;
		this.lease = lease;
		this.approval = approval;
		this.oneNight = oneNight;
	}

	/**
	 * Runs or goes on with the night that is asked for; a night that is closed is left
	 * alone.
	 * @throws NotStarted if the request cannot be run as it stands
	 * @throws dev.perennial.work.lease.LeaseTaken if another living process runs a night
	 * @throws FenceLost if another process took over while this one was away
	 */
	public NightResult run(NightRequest request) {
		List<NightlyJob> jobs = this.readiness.jobs(request);
		Optional<LocalDate> first = this.dates.next(request.date());
		if (first.isEmpty()) {
			return new NightResult(List.of());
		}
		return this.lease.hold(first.get(), () -> nights(request, jobs));
	}

	private NightResult nights(NightRequest request, List<NightlyJob> jobs) {
		this.approval.consent(request.consent());
		List<NightResult.End> ends = new ArrayList<>();
		// Asked again: another process may have closed it before the lease was ours.
		Optional<LocalDate> next = this.dates.next(request.date());
		while (next.isPresent()) {
			NightResult.End end = this.oneNight.run(next.get(), request, jobs);
			ends.add(end);
			next = (request.catchUp() && end.closed()) ? this.dates.nextToCatchUp() : Optional.empty();
		}
		return new NightResult(ends);
	}

}
