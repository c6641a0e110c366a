package dev.perennial.chaos;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections whose commits are kill points, and each statement that writes outside a
 * transaction, which is a commit, too.
 */
final class CountedCommits extends DelegatingDataSource {

	private final KillPoints points;

	CountedCommits(DataSource target, KillPoints points) {
		super(target);
		this.points = points;
	}

	@Override
	public Connection getConnection() throws SQLException {
		Connection connection = super.getConnection();
		ProxyFactory factory = new ProxyFactory(connection);
		factory.addAdvice((MethodInterceptor) (call) -> use(connection, call));
		return (Connection) factory.getProxy();
	}

	private @Nullable Object use(Connection connection, MethodInvocation call) throws Throwable {
		if (call.getMethod().getName().equals("commit")) {
			return this.points.around("commit", call);
		}
		Object result = call.proceed();
		if (!(result instanceof Statement)) {
			return result;
		}
		ProxyFactory factory = new ProxyFactory(result);
		factory.addAdvice((MethodInterceptor) (execution) -> execute(connection, execution));
		return factory.getProxy();
	}

	private @Nullable Object execute(Connection connection, MethodInvocation call) throws Throwable {
		String name = call.getMethod().getName();
		boolean writes = name.startsWith("execute") && !name.equals("executeQuery");
		return (writes && connection.getAutoCommit()) ? this.points.around("statement", call) : call.proceed();
	}

}
