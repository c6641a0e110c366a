package dev.perennial.work.lease;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections that count as lost once the server says nothing for a while; a pool takes
 * that back from those that are returned to it.
 */
final class ImpatientConnections extends DelegatingDataSource {

	private final int millis;

	ImpatientConnections(DataSource target, Duration patience) {
		super(target);
		this.millis = Math.toIntExact(patience.toMillis());
	}

	@Override
	public Connection getConnection() throws SQLException {
		Connection connection = super.getConnection();
		try {
			connection.setNetworkTimeout(Runnable::run, this.millis);
			return connection;
		}
		catch (SQLException ex) {
			connection.close();
			throw ex;
		}
	}

}
