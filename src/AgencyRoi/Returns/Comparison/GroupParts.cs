using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Sums;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.ClientGroups;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Returns.Figures;
using AgencyRoi.Returns.Totals;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Returns.Comparison;

/// <summary>A value of a dimension and the entries that belong to it.</summary>
/// <param name="Key">Its code; null: what belongs to none.</param>
/// <param name="Narrow">Cuts the scope of a figure to it, so that the figure can be explained.</param>
internal sealed record GroupPart(string? Key, string Label, Func<FigureScope, FigureScope> Narrow, IReadOnlyList<LedgerSum> Sums)
{
    /// <summary>Of a group of clients.</summary>
    public ClientGroup? ClientGroup { get; init; }
}

/// <summary>
/// Cuts the sums of many clients by a dimension. Kinds of entry come from the sums that are there already; months, action classes and groups of
/// clients need one statement more, goals two, what a client was one where any changed, channels up to four, however many clients there are.
/// </summary>
internal sealed class GroupParts(
    DatabaseSession session,
    SumScope scope,
    IReadOnlyList<ProfileHistory> histories,
    IReadOnlyList<LedgerSum> whole,
    IReadOnlyCollection<ClientGroupId>? clientGroupIds
)
{
    public async Task<IReadOnlyList<GroupPart>> ByAsync(ComparisonDimension dimension, CancellationToken cancellationToken) =>
        dimension switch
        {
            ComparisonDimension.Network => await ByNetworkAsync(cancellationToken),
            ComparisonDimension.ChannelRole => await ByChannelRoleAsync(cancellationToken),
            ComparisonDimension.GoalType => await ByGoalTypeAsync(cancellationToken),
            ComparisonDimension.Month => await ByMonthAsync(cancellationToken),
            ComparisonDimension.Stream => ByStream(),
            ComparisonDimension.Grade => ByGrade(),
            ComparisonDimension.ActionClass => await ByActionClassAsync(cancellationToken),
            ComparisonDimension.CostCategory => ByCostCategory(),
            ComparisonDimension.Industry => await ByTraitAsync((history, day) => history.IndustryOn(day), cancellationToken),
            ComparisonDimension.BusinessModel => await ByTraitAsync((history, day) => history.BusinessModelOn(day), cancellationToken),
            ComparisonDimension.ClientSize => await ByTraitAsync((history, day) => history.SizeOn(day), cancellationToken),
            ComparisonDimension.ClientGroup => await ByClientGroupAsync(cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, null),
        };

    private async Task<IReadOnlyList<GroupPart>> ByNetworkAsync(CancellationToken cancellationToken)
    {
        var own = await session.Db.Set<AgencyNetwork>().ToDictionaryAsync(network => network.Id, cancellationToken);
        var shared = await session.Db.Set<CatalogueNetwork>().ToDictionaryAsync(network => network.Code, cancellationToken);
        var parts = await ByDimensionAsync(
            LedgerDimension.Channel,
            await ChannelsAsync(cancellationToken),
            channel => channel.Id.Value,
            channel =>
                channel.AgencyNetworkId is { } id
                    ? (own[id].Code, own[id].Name)
                    : (channel.NetworkCode!, shared[channel.NetworkCode!].Name),
            "No channel",
            cancellationToken
        );
        return [.. parts.OrderBy(part => part.Key is null).ThenBy(part => part.Label, StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<GroupPart>> ByChannelRoleAsync(CancellationToken cancellationToken) =>
        InOrderOf<ChannelRole>(
            await ByDimensionAsync(
                LedgerDimension.Channel,
                await ChannelsAsync(cancellationToken),
                channel => channel.Id.Value,
                channel => (EnumCode.Of(channel.Role), Words(channel.Role)),
                "No channel",
                cancellationToken
            )
        );

    private async Task<IReadOnlyList<GroupPart>> ByGoalTypeAsync(CancellationToken cancellationToken)
    {
        var ids = scope.ClientIds;
        var goals = await session.Db.Set<Goal>().Where(goal => ids.Contains(goal.ClientId)).ToListAsync(cancellationToken);
        return InOrderOf<GoalType>(
            await ByDimensionAsync(
                LedgerDimension.Goal,
                goals,
                goal => goal.Id.Value,
                goal => (EnumCode.Of(goal.Type), Words(goal.Type)),
                "No goal",
                cancellationToken
            )
        );
    }

    private async Task<IReadOnlyList<GroupPart>> ByMonthAsync(CancellationToken cancellationToken)
    {
        var sums = await LedgerSums.OverTimeAsync(session, scope, TimeInterval.Month, cancellationToken);
        var byMonth = sums.ToLookup(sum => sum.BucketStart);
        return
        [
            .. IntervalBuckets
                .Of(scope.Period, TimeInterval.Month)
                .Select(month =>
                {
                    var key = $"{month.From:yyyy-MM}";
                    return new GroupPart(key, key, figures => figures.During(month), [.. byMonth[month.From]]);
                }),
        ];
    }

    private IReadOnlyList<GroupPart> ByStream() =>
        InOrderOf<ValueStream>(
            whole
                .Where(sum => sum.Kind.Side == EntrySide.Value)
                .GroupBy(sum => sum.Kind.Code)
                .Select(stream =>
                {
                    string? key = EnumCode.TryParse<ValueStream>(stream.Key, out _) ? stream.Key : null;
                    return new GroupPart(
                        key,
                        key is null ? "Agency fee" : Words(EnumCode.Parse<ValueStream>(key)),
                        figures => figures.WithStream(stream.Key),
                        [.. stream, .. Costs]
                    );
                })
        );

    private IReadOnlyList<GroupPart> ByGrade() =>
        [
            .. whole
                .Where(sum => sum.Kind.Side == EntrySide.Value)
                .GroupBy(sum => sum.Kind.Grade!.Value)
                .OrderBy(grade => grade.Key)
                .Select(grade =>
                {
                    var key = EnumCode.Of(grade.Key);
                    return new GroupPart(
                        key,
                        $"Grade {key}",
                        figures => figures with { Entries = figures.Entries with { Grades = [grade.Key] } },
                        [.. grade, .. Costs]
                    );
                }),
        ];

    private async Task<IReadOnlyList<GroupPart>> ByActionClassAsync(CancellationToken cancellationToken)
    {
        var classed = await ActionClassSums.LoadAsync(session, scope, cancellationToken);
        return
        [
            .. ActionClassSums
                .Split(whole, classed)
                .Select(part => new GroupPart(
                    part.ActionClass is { } key ? EnumCode.Of(key) : null,
                    part.ActionClass is { } known ? Words(known) : "No action class",
                    figures => figures.WithActionClass(part.ActionClass),
                    [.. part.Value, .. Costs]
                )),
        ];
    }

    private IReadOnlyList<GroupPart> ByCostCategory() =>
        InOrderOf<CostCategory>(
            Costs
                .GroupBy(sum => sum.Kind.Code)
                .Select(category => new GroupPart(
                    category.Key,
                    Words(EnumCode.Parse<CostCategory>(category.Key)),
                    figures => figures with { Entries = figures.Entries with { Side = EntrySide.Cost, Codes = [category.Key] } },
                    [.. category]
                ))
        );

    /// <summary>By what each client was on the day of the entry: one statement more for the days of those that changed in the period.</summary>
    private async Task<IReadOnlyList<GroupPart>> ByTraitAsync<T>(
        Func<ProfileHistory, DateOnly, T> traitOn,
        CancellationToken cancellationToken
    )
        where T : struct, Enum
    {
        var pieces = histories.Select(history => history.Cut(scope.Period, traitOn)).ToList();
        ClientSpan[] cut = [.. pieces.Where(pieces => pieces.Count > 1).SelectMany(pieces => pieces).Select(piece => piece.Span)];
        var changed = cut.Select(span => span.ClientId).ToHashSet();
        var overDays = cut.Length == 0 ? [] : await LedgerSums.OverSpansAsync(session, scope.Viewpoint, cut, cancellationToken);
        var byPlace = overDays.Concat(whole.Where(sum => !changed.Contains(sum.ClientId))).ToLookup(sum => (sum.ClientId, sum.BucketStart));
        return
        [
            .. pieces
                .SelectMany(each => each)
                .GroupBy(piece => piece.Trait, piece => piece.Span)
                .OrderBy(trait => trait.Key)
                .Select(trait => new GroupPart(
                    EnumCode.Of(trait.Key),
                    Words(trait.Key),
                    figures => figures.OverSpans([.. trait]),
                    [.. trait.SelectMany(span => byPlace[(span.ClientId, changed.Contains(span.ClientId) ? span.Days.From : null)])]
                )),
        ];
    }

    /// <summary>By the groups that clients are in today; of those that were asked for by their ids, these alone.</summary>
    private async Task<IReadOnlyList<GroupPart>> ByClientGroupAsync(CancellationToken cancellationToken)
    {
        var memberships = await GroupMemberships.LoadAsync(session, scope.ClientIds, cancellationToken);
        var byClient = whole.ToLookup(sum => sum.ClientId);
        var parts = memberships
            .Where(each => clientGroupIds?.Contains(each.Group.Id) ?? true)
            .GroupBy(each => each.Group.Id)
            .OrderBy(group => group.First().Group.Name, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Value)
            .Select(group => PartOf(group.First().Group, [.. group.Select(each => each.ClientId)]));
        ClientId[] alone = [.. scope.ClientIds.Except(memberships.Select(each => each.ClientId))];
        return [.. parts, PartOf(null, alone)];

        GroupPart PartOf(ClientGroup? group, ClientId[] clients) =>
            new(
                group is null ? null : GlobalId.Format(nameof(ClientGroup), group.Id.Value),
                group?.Name ?? "No group",
                figures => figures.OfClients(clients),
                [.. clients.SelectMany(client => byClient[client])]
            )
            {
                ClientGroup = group,
            };
    }

    private IEnumerable<LedgerSum> Costs => whole.Where(sum => sum.Kind.Side == EntrySide.Cost);

    private Task<List<Channel>> ChannelsAsync(CancellationToken cancellationToken)
    {
        var ids = scope.ClientIds;
        return session.Db.Set<Channel>().Where(channel => ids.Contains(channel.ClientId)).ToListAsync(cancellationToken);
    }

    private async Task<IEnumerable<GroupPart>> ByDimensionAsync<T>(
        LedgerDimension dimension,
        IReadOnlyList<T> rows,
        Func<T, Guid> idOf,
        Func<T, (string Key, string Label)> partOf,
        string none,
        CancellationToken cancellationToken
    )
    {
        var sums = await LedgerSums.ByAsync(session, scope, dimension, cancellationToken);
        var known = rows.ToDictionary(idOf);
        return sums.GroupBy(sum => sum.DimensionId is { } id ? partOf(known[id]).Key : null)
            .Select(group =>
            {
                Guid[] ids = group.Key is null ? [NoDimension.Id] : [.. rows.Where(row => partOf(row).Key == group.Key).Select(idOf)];
                var label = group.Key is null ? none : partOf(known[ids[0]]).Label;
                return new GroupPart(group.Key, label, figures => figures.Within(dimension, ids), [.. group]);
            });
    }

    private static IReadOnlyList<GroupPart> InOrderOf<TEnum>(IEnumerable<GroupPart> parts)
        where TEnum : struct, Enum =>
        [.. parts.OrderBy(part => part.Key is null).ThenBy(part => part.Key is null ? default : EnumCode.Parse<TEnum>(part.Key))];

    // CUSTOMER_EXPERIENCE -> Customer experience
    private static string Words<TEnum>(TEnum value)
        where TEnum : struct, Enum
    {
        var code = EnumCode.Of(value);
        return code[0] + code[1..].Replace('_', ' ').ToLowerInvariant();
    }
}
