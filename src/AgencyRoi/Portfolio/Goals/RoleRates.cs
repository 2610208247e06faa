using AgencyRoi.Metrics.Costs;
using AgencyRoi.Platform.Database;

namespace AgencyRoi.Portfolio.Goals;

/// <summary>The labour rate of a role class over some days.</summary>
/// <param name="To">The day after the last one; null: until further notice.</param>
internal sealed record RoleRate(DateOnly From, DateOnly? To, Money PerHour);

/// <summary>The labour rates of role classes, which are set below this area and read by their table.</summary>
internal static class RoleRates
{
    private const string Sql = """
        select from_day, to_day, amount, currency
        from app.hourly_rates
        where tenant_id = $1 and kind = 'LABOUR' and level = 'ROLE' and role_class = $2
        order by from_day
        """;

    public static async Task<IReadOnlyList<RoleRate>> LoadAsync(
        DatabaseSession session,
        RoleClass role,
        CancellationToken cancellationToken
    )
    {
        await using var command = session.Command(Sql).With(session.TenantId, EnumCode.Of(role));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rates = new List<RoleRate>();
        while (await reader.ReadAsync(cancellationToken))
            rates.Add(
                new(
                    reader.GetFieldValue<DateOnly>(0),
                    reader.IsDBNull(1) ? null : reader.GetFieldValue<DateOnly>(1),
                    new Money(reader.GetDecimal(2), reader.GetString(3))
                )
            );
        return rates;
    }

    public static RoleRate? On(IEnumerable<RoleRate> rates, DateOnly day) =>
        rates.SingleOrDefault(rate => rate.From <= day && !(rate.To <= day));

    /// <summary>Who takes a rate keeps it as it is until the transaction ends.</summary>
    public static Task LockForReadingAsync(DatabaseSession session, CancellationToken cancellationToken) =>
        session.LockSharedAsync(AgencyLock.HourlyRates, cancellationToken);
}
