package dev.perennial.chaos;

import java.io.File;
import java.time.Clock;

import javax.sql.DataSource;

import dev.perennial.PerennialApplication;
import dev.perennial.ReadingApplication;
import dev.perennial.cli.CommandLineProgram;
import dev.perennial.cli.Console;
import dev.perennial.csv.Moves;
import dev.perennial.gateway.CardGateway;
import org.aopalliance.intercept.MethodInterceptor;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * The program, whose connections to the database, card gateway and mail server and whose
 * renames can be its death.
 */
// No @Configuration: the scan of the whole program must not find it.
@Import(PerennialApplication.class)
class KillableProgram {

	public static void main(String[] args) {
		System.exit(new CommandLineProgram(KillableProgram.class, ReadingApplication.class, Clock.systemUTC(),
				Console.standard())
			.run(args));
	}

	@Bean
	static BeanPostProcessor killPoints() {
		KillPoints points = new KillPoints(Integer.getInteger(KillPoints.KILL_AT, 0));
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
		if (bean instanceof CardGateway) {
			return proxy(bean, (call) -> call.getMethod().getName().startsWith("may") ? call.proceed()
					: points.around("gateway " + call.getMethod().getName(), call));
		}
		if (bean instanceof Moves) {
			return proxy(bean,
					(call) -> points.around(
							call.getMethod().getName() + " " + new File(call.getArguments()[0].toString()).getName(),
							call));
		}
		if (bean instanceof JavaMailSenderImpl sender) {
			sender.getJavaMailProperties().put("mail.smtp.socketFactory", new CountedDialogues(points));
		}
		return bean;
	}

	private static Object proxy(Object bean, MethodInterceptor interceptor) {
		ProxyFactory factory = new ProxyFactory(bean);
		factory.setProxyTargetClass(true);
		factory.addAdvice(interceptor);
		return factory.getProxy();
	}

}
