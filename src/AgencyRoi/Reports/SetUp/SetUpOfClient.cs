using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Portfolio.Purposes;

namespace AgencyRoi.Reports.SetUp;

[ExtendObjectType<Client>]
internal static partial class SetUpOfClient
{
    private static readonly string Sql = EmbeddedSql.Read("Reports.SetUp.set_up_gaps.sql");

    /// <summary>How far the client is set up and what is missing next. Null: the agency's house account, which has no purpose of its own.</summary>
    [BatchResolver]
    public static Task<IReadOnlyList<SetUpStatus?>> GetSetUpStatusAsync(
        [Parent("Id Kind")] List<Client> clients,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync<IReadOnlyList<SetUpStatus?>>(
            async (session, token) =>
            {
                var gaps = await GapsAsync(session, session.Visible(clients.Select(client => client.Id).Distinct()), token);
                return
                [
                    .. clients.Select(client =>
                        client.Kind == ClientKind.House ? null : new SetUpStatus([.. gaps[client.Id].OrderBy(gap => gap.Code)])
                    ),
                ];
            },
            cancellationToken
        );

    /// <summary>Two statements, however many clients there are.</summary>
    private static async Task<ILookup<ClientId, SetUpGap>> GapsAsync(
        DatabaseSession session,
        ClientId[] clients,
        CancellationToken cancellationToken
    )
    {
        var purposes = await session.RunAsync(PurposeGaps.OfParts(session, clients), cancellationToken);
        await using var command = session
            .Command(Sql)
            .With(session.TenantId, clients, session.Scope.Tenant.CurrencyCode, purposes.Channels.ToArray());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var gaps = new List<(ClientId Client, SetUpGap Gap)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var code = EnumCode.Parse<SetUpGapCode>(reader.GetString(1));
            gaps.Add(
                (
                    reader.GetId<ClientId>(0),
                    new(code, count: (int)reader.GetInt64(2), await reader.IsDBNullAsync(3, cancellationToken) ? null : reader.GetGuid(3))
                )
            );
        }
        return gaps.ToLookup(each => each.Client, each => each.Gap);
    }
}

[ObjectType<SetUpGap>]
internal static partial class SetUpGapFields
{
    [BindMember(nameof(SetUpGap.PurposeId))]
    public static Task<Purpose?> GetPurposeAsync(
        [Parent] SetUpGap gap,
        RowById<Purpose, PurposeId> purposes,
        QueryContext<Purpose> query,
        CancellationToken cancellationToken
    ) => purposes.LoadIfReferredAsync(gap.PurposeId, query, cancellationToken);
}
