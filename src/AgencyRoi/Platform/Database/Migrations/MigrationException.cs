namespace AgencyRoi.Platform.Database.Migrations;

/// <summary>The database and the files do not agree, or a file could not be applied. Nothing of the file it names was kept.</summary>
internal sealed class MigrationException(string message, Exception? inner = null) : Exception(message, inner);
