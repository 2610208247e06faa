using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Contacts.StageRules;

[ExtendObjectType<Client>]
internal static partial class ContactStageRulesOfClient
{
    /// <summary>The stages that are made of what the client's contacts do, in the order of stages. Empty: stages are recorded alone.</summary>
    [ListSize(AssumedSize = 4)]
    [BatchResolver]
    public static Task<IReadOnlyList<IReadOnlyList<ContactStageRule>>> GetContactStageRulesAsync(
        [Parent("Id")] List<Client> clients,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync<IReadOnlyList<IReadOnlyList<ContactStageRule>>>(
            async (session, token) =>
            {
                ClientId[] ids = [.. clients.Select(client => client.Id)];
                var rules = (
                    await session.Db.Set<ContactStageRule>().AsNoTracking().Where(rule => ids.Contains(rule.ClientId)).ToListAsync(token)
                ).ToLookup(rule => rule.ClientId);
                return [.. clients.Select(client => rules[client.Id].OrderBy(rule => rule.Stage).ToList())];
            },
            cancellationToken
        );
}
