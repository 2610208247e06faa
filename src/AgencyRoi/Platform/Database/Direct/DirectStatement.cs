using System.Data.Common;
using System.Text.RegularExpressions;
using AgencyRoi.Platform.Database.Mapping;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace AgencyRoi.Platform.Database.Direct;

/// <summary>
/// A query as EF wrote it, kept as text and run past EF: the same for every request, but for the agency, the clients that may be seen, the number of rows and
/// the parents, which are its only parameters.
/// </summary>
internal sealed partial class DirectStatement<T>
    where T : class
{
    private readonly string text;
    private readonly Role[] parameters;
    private readonly IEntityType entity;
    private Func<DbDataReader, T>? read;

    private DirectStatement(string text, Role[] parameters, IEntityType entity)
    {
        this.text = text;
        this.parameters = parameters;
        this.entity = entity;
    }

    /// <summary>Null for a query that holds other values, or rows that are more than columns: EF alone runs these.</summary>
    public static DirectStatement<T>? Of(AgencyDbContext db, IQueryable<T> query)
    {
        var entity = db.Model.FindEntityType(typeof(T));
        if (entity is null || !RowReader.CanRead(entity))
            return null;
        using var command = (NpgsqlCommand)query.CreateDbCommand();
        Role?[] roles = [.. command.Parameters.Select(parameter => RoleOf(parameter, db))];
        if (roles.Contains(null) || roles.Distinct().Count() != roles.Length)
            return null;
        // A query without the filters is not run here.
        if (
            !roles.Contains(Role.Agency)
            || (db.ClientIds is not null && ClientFilter.PropertyOf(entity) is not null && !roles.Contains(Role.Clients))
        )
            return null;
        // By place, as PostgreSQL itself has them: by name, the driver would read the text again for every request.
        string[] names = [.. command.Parameters.Select(parameter => parameter.ParameterName.TrimStart('@'))];
        var placed = Name()
            .Replace(command.CommandText, name => Array.IndexOf(names, name.Groups[1].Value) is >= 0 and var i ? $"${i + 1}" : name.Value);
        return new DirectStatement<T>(placed, [.. roles.OfType<Role>()], entity);
    }

    /// <param name="session">The agency, and the transaction.</param>
    /// <param name="paging">The first page that is wanted.</param>
    /// <param name="parents">Empty for a list without parents.</param>
    /// <param name="cancellationToken">Cancels the statement.</param>
    public async Task<List<T>> ReadAsync(
        DatabaseSession session,
        PagingArguments paging,
        Guid[] parents,
        CancellationToken cancellationToken
    )
    {
        await using var command = session.Command(text);
        foreach (var role in parameters)
            command.Parameters.Add(
                role switch
                {
                    Role.Agency => new NpgsqlParameter<Guid> { TypedValue = session.TenantId.Value },
                    Role.Clients => session.VisibleOrAll(),
                    Role.Rows => new NpgsqlParameter<int> { TypedValue = paging.First!.Value + 1 },
                    Role.Parents => new NpgsqlParameter<Guid[]> { TypedValue = parents },
                    _ => throw new NotSupportedException($"{role}"),
                }
            );
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        // EF chooses the columns' order, and the answer tells it.
        var make = read ??= RowReader.Compile<T>(entity, Enumerable.Range(0, reader.FieldCount).Select(reader.GetName));
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(make(reader));
        return rows;
    }

    private static Role? RoleOf(NpgsqlParameter parameter, AgencyDbContext db) =>
        parameter.Value switch
        {
            Guid id when id == db.TenantId.Value => Role.Agency,
            int => Role.Rows,
            // EF hands on the ids without their type, in an array of its own, and names the parameter after what the filter reads.
            Guid[] when parameter.ParameterName.Contains(nameof(AgencyDbContext.ClientIds)) => Role.Clients,
            Guid[] => Role.Parents,
            _ => null,
        };

    private enum Role
    {
        Agency,
        Clients,
        Rows,
        Parents,
    }

    [GeneratedRegex(@"@(\w+)")]
    private static partial Regex Name();
}
