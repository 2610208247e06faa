using System.Globalization;
using AgencyRoi.Ledger.Posting;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Records.Stages;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Contacts.StageRules;

/// <summary>A stage to be made of what contacts do.</summary>
/// <param name="Stage">VISITOR, LEAD, CUSTOMER or REGULAR.</param>
/// <param name="PurchaseCount">With REGULAR, 2 to 100: on how many days something was bought.</param>
/// <param name="WithinDays">With REGULAR, 1 to 3650: within how many days, the first and the last among them.</param>
internal sealed record ContactStageRuleInput(CustomerStage Stage, int? PurchaseCount = null, int? WithinDays = null);

/// <summary>The stages to be made of what the contacts of a client do.</summary>
/// <param name="ClientId">The client.</param>
/// <param name="Rules">Each stage once; none: stages are recorded alone.</param>
internal sealed record SetContactStageRuleListInput([property: ID<Client>] ClientId ClientId, IReadOnlyList<ContactStageRuleInput> Rules);

[MutationType]
internal static partial class SetContactStageRuleList
{
    private const int ContactsAtOnce = 5000;

    /// <summary>
    /// States which stages are made of what the contacts of a client do, in place of what was stated before, and makes them anew of all that is recorded. Stages that
    /// were recorded stay. To repeat it safely, send it again: it sets the same.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    public static Task<FieldResult<ContactStageRuleList>> SetContactStageRuleListAsync(
        SetContactStageRuleListInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => SetAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<ContactStageRuleList>> SetAsync(
        DatabaseSession session,
        SetContactStageRuleListInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var checks = Checked(input);
        if (!checks.Passed)
            return checks.Refuse<ContactStageRuleList>();
        // Nobody records what the stages are made of in the meantime.
        await LedgerHeads.LockAsync(session, [input.ClientId], cancellationToken);
        if (!await session.Db.Set<Client>().AnyAsync(client => client.Id == input.ClientId, cancellationToken))
            return NotFoundError.Of("client", "clientId").Refuse<ContactStageRuleList>();

        await session.Db.Set<ContactStageRule>().Where(row => row.ClientId == input.ClientId).ExecuteDeleteAsync(cancellationToken);
        var rules = input
            .Rules.OrderBy(rule => rule.Stage)
            .Select(rule => ContactStageRule.Create(session.TenantId, input.ClientId, rule, now))
            .ToList();
        session.Db.AddRange(rules);
        if (await session.SaveOrErrorAsync(cancellationToken) is { } refused)
            return refused.Refuse<ContactStageRuleList>();
        await MakeAnewAsync(session, input.ClientId, now, cancellationToken);
        return new ContactStageRuleList(input.ClientId, rules);
    }

    // Of all of its contacts, some thousand at a time.
    private static async Task MakeAnewAsync(
        DatabaseSession session,
        ClientId client,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await session.AllowBulkWorkAsync(cancellationToken);
        var kept = await session
            .Db.Set<Contact>()
            .Where(contact => contact.ClientId == client && contact.MergedIntoId == null)
            .Select(contact => contact.Id)
            .ToListAsync(cancellationToken);
        foreach (var some in kept.Chunk(ContactsAtOnce))
            await DerivedStages.OfContactsAsync(session, some.Select(contact => (client, contact)), now, cancellationToken);
    }

    private static InputChecks Checked(SetContactStageRuleListInput input)
    {
        var checks = new InputChecks();
        foreach (var (place, rule) in input.Rules.Index())
        {
            var own = checks.Within("rules").Within(place.ToString(CultureInfo.InvariantCulture));
            own.Require(
                rule.Stage is CustomerStage.Visitor or CustomerStage.Lead or CustomerStage.Customer or CustomerStage.Regular,
                "stage",
                "VISITOR, LEAD, CUSTOMER and REGULAR are made of what contacts do; record the other stages."
            );
            own.Require(
                !input.Rules.Take(place).Any(earlier => earlier.Stage == rule.Stage),
                "stage",
                "The stage has a rule in the list already."
            );
            var isRegular = rule.Stage == CustomerStage.Regular;
            own.Require(
                isRegular ? rule.PurchaseCount is >= 2 and <= 100 : rule.PurchaseCount is null,
                "purchaseCount",
                isRegular ? "REGULAR takes 2 to 100 days with a purchase." : "Only REGULAR counts purchases."
            );
            own.Require(
                isRegular ? rule.WithinDays is >= 1 and <= 3650 : rule.WithinDays is null,
                "withinDays",
                isRegular ? "REGULAR looks over 1 to 3650 days." : "Only REGULAR looks over a number of days."
            );
        }
        return checks;
    }
}
