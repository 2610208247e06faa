-- The verb check asks first whether the database is that of its program: it was made before the default rights of agency_roi_ops.
grant select on app.schema_migrations to agency_roi_ops;
