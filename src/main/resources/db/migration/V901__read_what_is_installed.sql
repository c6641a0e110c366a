-- Commands that only read migrate nothing: they look whether the schema is the program's.
GRANT SELECT ON flyway_schema_history TO '${app_user}'@'%';
