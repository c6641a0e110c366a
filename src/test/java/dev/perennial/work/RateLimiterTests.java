package dev.perennial.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Rules 6.4: the rate is kept, and used up. */
class RateLimiterTests {

	private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

	private final AtomicLong clock = new AtomicLong(5 * SECOND);

	private final RateLimiter limiter = new RateLimiter(500, this.clock::get);

	@Test
	void givesNeverMoreThanItsRateInAnySecond() {
		List<Long> instants = permits(2_000);
		for (int i = 0; i + 500 < instants.size(); i++) {
			assertThat(instants.get(i + 500) - instants.get(i)).isGreaterThan(SECOND);
		}
	}

	@Test
	void usesItsRateUpToTheLastHundredth() {
		List<Long> instants = permits(2_000);
		assertThat(instants.get(1_999) - instants.get(0)).isLessThan(4 * SECOND * 102 / 100);
	}

	/** The calls of a fifth of a second stand still together, and wake at once. */
	@Test
	void beginsNoMoreThanItsRateInASecondWhenManyWakeLate() {
		List<Long> begun = new ArrayList<>(begun(700));
		List<Long> standing = permits(100);
		this.clock.addAndGet(SECOND / 2);
		standing.forEach((instant) -> begun.add(begin(instant)));
		begun.addAll(begun(1_200));
		for (int i = 0; i + 500 < begun.size(); i++) {
			assertThat(begun.get(i + 500) - begun.get(i)).isGreaterThan(SECOND);
		}
	}

	@Test
	void savesNothingUpWhileNobodyAsks() {
		permits(10);
		this.clock.addAndGet(60 * SECOND);
		List<Long> instants = permits(501);
		assertThat(instants.get(0)).isEqualTo(this.clock.get());
		assertThat(instants.get(500) - instants.get(0)).isGreaterThan(SECOND);
	}

	@Test
	void waitsForItsPermit() throws InterruptedException {
		RateLimiter slow = RateLimiter.perSecond(20);
		long start = System.nanoTime();
		for (int i = 0; i < 3; i++) {
			slow.acquire();
		}
		assertThat(System.nanoTime() - start).isGreaterThan(SECOND / 10);
	}

	@Test
	void endsTheWaitOfAThreadThatIsInterrupted() throws InterruptedException {
		RateLimiter slow = new RateLimiter(1, this.clock::get);
		slow.acquire();
		assertWaits(slow);
	}

	/**
	 * A second and a half later there is a permit, but the call before may be on its way.
	 */
	@Test
	void waitsForRoomInTheSecondOfTheOtherSideToo() throws InterruptedException {
		RateLimiter slow = new RateLimiter(1, this.clock::get);
		slow.acquire();
		this.clock.addAndGet(3 * SECOND / 2);
		assertWaits(slow);
	}

	private static void assertWaits(RateLimiter limiter) {
		Thread.currentThread().interrupt();
		try {
			assertThatExceptionOfType(InterruptedException.class).isThrownBy(limiter::acquire);
		}
		finally {
			Thread.interrupted();
		}
	}

	@Test
	void neverMakesAnybodyWaitWhenItIsUnlimited() {
		RateLimiter unlimited = new RateLimiter(0, this.clock::get);
		assertThat(List.of(unlimited.reserve(), unlimited.reserve())).containsOnly(this.clock.get());
	}

	@Test
	void refusesARateOfNothing() {
		assertThatIllegalArgumentException().isThrownBy(() -> RateLimiter.perSecond(0));
	}

	/** Each answered when it has begun: it has arrived by then. */
	private List<Long> begun(int count) {
		List<Long> begun = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			begun.add(begin(this.limiter.reserve()));
		}
		return begun;
	}

	private long begin(long instant) {
		SlidingSecond.Call call = new SlidingSecond.Call();
		this.clock.set(Math.max(this.clock.get(), instant));
		for (long wait = this.limiter.begin(call); wait > 0; wait = this.limiter.begin(call)) {
			this.clock.addAndGet(wait);
		}
		this.limiter.answered(call);
		return this.clock.get();
	}

	private List<Long> permits(int count) {
		List<Long> instants = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			instants.add(this.limiter.reserve());
		}
		return instants;
	}

}
