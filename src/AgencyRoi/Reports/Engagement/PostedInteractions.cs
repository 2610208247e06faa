using AgencyRoi.Metrics.Engagement;
using AgencyRoi.Platform.Database;
using AgencyRoi.Records.Interactions;
using Npgsql;

namespace AgencyRoi.Reports.Engagement;

/// <summary>Sums of the interactions of a topic or a post.</summary>
internal sealed record PostedInteractions(decimal Views, InteractionSums Sums)
{
    private static readonly string[] Amplifying =
    [
        .. Enum.GetValues<InteractionKind>().Where(kind => kind.Amplifies()).Select(EnumCode.Of),
    ];

    /// <summary>Rows of a statement by client, in its order.</summary>
    /// <param name="statement">Takes the agency, the clients, the days and the kinds that amplify; its first column is the client.</param>
    public static async Task<IReadOnlyList<KeyedList<T>>> LoadAsync<T>(
        DatabaseSession session,
        string statement,
        IReadOnlyList<ClientEngagement> engagements,
        Func<NpgsqlDataReader, T> read,
        Func<string, IEnumerable<T>, KeyedList<T>> list,
        CancellationToken cancellationToken
    )
    {
        ClientId[] clients = [.. engagements.Select(engagement => engagement.ClientId).Distinct()];
        var days = engagements[0].Days;
        await using var command = session
            .Command(statement)
            .With(session.TenantId, session.Visible(clients), days.From, days.To, Amplifying);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<(ClientId ClientId, T Row)>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add((reader.GetId<ClientId>(0), read(reader)));
        var byClient = rows.ToLookup(row => row.ClientId, row => row.Row);
        return [.. engagements.Select(engagement => list($"{engagement.ClientId}", byClient[engagement.ClientId]))];
    }

    /// <param name="first">The column of views; acts, those that amplify, those measured and those that led on come after it.</param>
    public static PostedInteractions Read(NpgsqlDataReader reader, int first) =>
        new(
            reader.GetDecimal(first),
            new()
            {
                All = reader.GetDecimal(first + 1),
                Amplifying = reader.GetDecimal(first + 2),
                Measured = reader.IsDBNull(first + 3) ? null : reader.GetDecimal(first + 3),
                Onward = reader.IsDBNull(first + 4) ? 0m : reader.GetDecimal(first + 4),
            }
        );
}
