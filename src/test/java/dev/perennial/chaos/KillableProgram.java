package dev.perennial.chaos;

import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Objects;

import javax.sql.DataSource;

import dev.perennial.PerennialApplication;
import dev.perennial.ReadingApplication;
import dev.perennial.cli.CommandLineProgram;
import dev.perennial.cli.Console;
import dev.perennial.csv.Moves;
import dev.perennial.gateway.CardGateway;
import dev.perennial.work.lease.StopSignal;
import org.aopalliance.intercept.MethodInterceptor;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * The program, whose connections to the database, card gateway and mail server and whose
 * renames can be its death, and whose clock can be adjusted.
 */
// No @Configuration: the scan of the whole program must not find it.
@Import(PerennialApplication.class)
class KillableProgram {

	/** Said before the exit code of what a line asked for. */
	static final String ENDED = "ended with exit code ";

	/** Of the program that runs. */
	private static volatile @Nullable StopSignal stop;

	/**
	 * Works off what its arguments say, or, without any, one line of its input after the
	 * other: the number of the point to die at and the arguments, with tabs between them.
	 */
	public static void main(String[] args) {
		if (args.length > 0) {
			System.exit(run(args));
		}
		new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).lines().forEach((line) -> {
			String[] order = line.split("\t");
			System.setProperty(KillPoints.KILL_AT, order[0]);
			System.out.println("\n" + ENDED + run(Arrays.copyOfRange(order, 1, order.length)));
		});
	}

	private static int run(String... args) {
		return new CommandLineProgram(KillableProgram.class, ReadingApplication.class, Clock.systemUTC(),
				Console.standard())
			.run(args);
	}

	/** Returns when somebody has asked the program to stop. */
	static void awaitStop() {
		StopSignal signal = Objects.requireNonNull(stop);
		while (!signal.requested()) {
			try {
				Thread.sleep(2);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}
	}

	@Bean
	static BeanPostProcessor killPoints() {
		KillPoints points = new KillPoints(System.getProperty(KillPoints.KILL_AT, "0"), Blow.ofThisProcess());
		return new BeanPostProcessor() {
			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return wrap(bean, points);
			}
		};
	}

	private static Object wrap(Object bean, KillPoints points) {
		if (bean instanceof DataSource dataSource) {
			return new CountedCommits(dataSource, points);
		}
		if (bean instanceof StopSignal signal) {
			stop = signal;
		}
		if (bean instanceof Clock clock) {
			return new AdjustedClock(clock);
		}
		if (bean instanceof CardGateway) {
			return proxy(bean, (call) -> call.getMethod().getName().startsWith("may") ? call.proceed()
					: points.around("gateway " + call.getMethod().getName(), call));
		}
		if (bean instanceof Moves) {
			return proxy(bean,
					(call) -> points.around(call.getMethod().getName() + " " + moved(call.getArguments()), call));
		}
		if (bean instanceof JavaMailSenderImpl sender) {
			sender.getJavaMailProperties().put("mail.smtp.socketFactory", new CountedDialogues(points));
		}
		return bean;
	}

	/** What comes to be, by a name that is the same in each run. */
	private static String moved(Object... paths) {
		File file = new File(paths[paths.length - 1].toString());
		File folder = file.getParentFile();
		return (folder != null && folder.getName().endsWith(".part")) ? folder.getName() : file.getName();
	}

	private static Object proxy(Object bean, MethodInterceptor interceptor) {
		ProxyFactory factory = new ProxyFactory(bean);
		factory.setProxyTargetClass(true);
		factory.addAdvice(interceptor);
		return factory.getProxy();
	}

}
