using System.Text.Json;
using AgencyRoi.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Recording.Imports.Rows;

/// <summary>A column of an import: its name in snake case, and what it holds.</summary>
/// <param name="IsRequired">Whether every row must fill it.</param>
internal record ImportColumn(string Name, string Description, bool IsRequired = false)
{
    /// <summary>The column of the day that a fact counts on.</summary>
    public const string Day = "date";

    /// <summary>Every row of a fact says whose it is.</summary>
    public static ImportColumn Client { get; } = new("client", "The client's external reference or global id.", IsRequired: true);

    /// <summary>The column of a field of an input: <c>date</c> for <c>occurredOn</c>, <c>channel</c> for <c>channelId</c>, <c>paid_by</c> for <c>paidBy</c>.</summary>
    public static string NameOf(string field) =>
        field.Equals("occurredOn", StringComparison.OrdinalIgnoreCase)
            ? Day
            : JsonNamingPolicy.SnakeCaseLower.ConvertName(field.EndsWith("Id", StringComparison.Ordinal) ? field[..^2] : field);
}

/// <summary>A column that names something of ours by its external reference or its global id. Only what the token may see is found.</summary>
internal abstract record ReferenceColumn(string Name, string Description, bool IsRequired = false)
    : ImportColumn(Name, Description, IsRequired)
{
    /// <summary>What a global id calls it.</summary>
    public abstract string TypeName { get; }

    /// <summary>What is said of a field that names nothing.</summary>
    public abstract string Complaint { get; }

    /// <summary>The names in a field: one, unless the column says otherwise.</summary>
    public virtual IEnumerable<string> NamesIn(string text) => [text];

    public abstract Task<IReadOnlyList<Referable>> LoadAsync(
        DatabaseSession session,
        IReadOnlyCollection<ClientId> clients,
        IReadOnlyCollection<string> named,
        CancellationToken cancellationToken
    );
}

/// <summary>Something that a field may name.</summary>
/// <param name="ClientId">Null: it belongs to the agency.</param>
internal sealed record Referable(ClientId? ClientId, Guid Id, string? ExternalReference);

/// <summary>A column that names a <typeparamref name="T"/> of the row's client.</summary>
internal record PartColumn<T>(string Name, string? Note = null, bool IsRequired = false)
    : ReferenceColumn(Name, $"External reference or global id of the client's {Name}{Note ?? "."}", IsRequired)
    where T : class
{
    public override string TypeName => typeof(T).Name;

    public override string Complaint => $"The client has no such {Name}.";

    public override async Task<IReadOnlyList<Referable>> LoadAsync(
        DatabaseSession session,
        IReadOnlyCollection<ClientId> clients,
        IReadOnlyCollection<string> named,
        CancellationToken cancellationToken
    )
    {
        Guid[] ids = [.. named.Select(text => GlobalId.KeyOf(TypeName, text)).OfType<Guid>()];
        return await session
            .Db.Set<T>()
            .Where(row => clients.Contains(EF.Property<ClientId>(row, "ClientId")))
            .Where(row => named.Contains(EF.Property<string?>(row, "ExternalReference")) || ids.Contains(EF.Property<Guid>(row, "Id")))
            .Select(row => new Referable(
                EF.Property<ClientId>(row, "ClientId"),
                EF.Property<Guid>(row, "Id"),
                EF.Property<string?>(row, "ExternalReference")
            ))
            .ToListAsync(cancellationToken);
    }
}

/// <summary>The same where the id has a type of its own.</summary>
internal record PartColumn<T, TId>(string Name, string? Note = null, bool IsRequired = false) : PartColumn<T>(Name, Note, IsRequired)
    where T : class, IIdentified<TId>
    where TId : struct, IGuidKey<TId>
{
    public override async Task<IReadOnlyList<Referable>> LoadAsync(
        DatabaseSession session,
        IReadOnlyCollection<ClientId> clients,
        IReadOnlyCollection<string> named,
        CancellationToken cancellationToken
    )
    {
        TId[] ids = [.. named.Select(text => GlobalId.KeyOf(TypeName, text)).OfType<Guid>().Select(TId.Of)];
        var rows = await session
            .Db.Set<T>()
            .Where(row => clients.Contains(EF.Property<ClientId>(row, "ClientId")))
            .Where(row => named.Contains(EF.Property<string?>(row, "ExternalReference")) || ids.Contains(row.Id))
            .Select(row => new
            {
                ClientId = EF.Property<ClientId>(row, "ClientId"),
                row.Id,
                ExternalReference = EF.Property<string?>(row, "ExternalReference"),
            })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new Referable(row.ClientId, row.Id.Value, row.ExternalReference))];
    }
}
