using System.CommandLine;
using AgencyRoi;
using AgencyRoi.Entry.Cli;
using AgencyRoi.Entry.Cli.Agencies;
using AgencyRoi.LocalPostgres;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Migrations;
using AgencyRoi.Platform.Database.Outages;
using Microsoft.AspNetCore.Connections;
using Npgsql;

var verbs = new RootCommand("Shows marketing agencies the return on investment of their clients.")
{
    DemoCommand.Create(Modules.All),
    ServeCommand.Create(Modules.All),
    ImportCommand.Create(Modules.All),
    MigrateCommand.Create(),
    AgencyCommand.Create(Modules.All),
    CheckCommand.Create(Modules.All),
    SchemaCommand.Create(Modules.All),
    PermissionsCommand.Create(Modules.All),
};

try
{
    // Ctrl-C first asks the verb to end, and gives a private database the time to stop.
    var invocation = new InvocationConfiguration
    {
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
    };
    return await verbs.Parse(args).InvokeAsync(invocation);
}
catch (Exception error)
    when (error is SettingException or MigrationException or RoleException or PoolerException or PostgresUnavailableException)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}
// A setting that is not of its type: the message names it.
catch (InvalidOperationException error) when (error.Source == typeof(ConfigurationBinder).Assembly.GetName().Name)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}
catch (IOException error) when (error.InnerException is AddressInUseException)
{
    Console.Error.WriteLine($"{error.Message.TrimEnd('.')}. Stop what listens there, or name another address in Urls.");
    return 1;
}
catch (OutcomeUnknownException)
{
    Console.Error.WriteLine("The connection was lost in the last moment: it was done whole or not at all. Look before you repeat it.");
    return 1;
}
catch (NpgsqlException error)
{
    Console.Error.WriteLine($"The database could not do it: {error.Message}");
    return 1;
}
