using System.Globalization;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;
using Microsoft.EntityFrameworkCore;
using ExchangeRate = AgencyRoi.Terms.ExchangeRates.ExchangeRate;

namespace AgencyRoi.Terms.ExchangeRates;

/// <summary>The agency's rates. What is posted keeps the rate it was posted at.</summary>
internal sealed class ExchangeRateImport : ImportKind
{
    public override string Name => "exchange-rates";

    public override bool IsAgencyWide => true;

    public override IReadOnlyList<ImportColumn> Columns { get; } = FileColumns<SetExchangeRateInput>.With();

    public override IReadOnlyList<string> KeyColumns => ["date", "base_currency", "quote_currency", "granularity"];

    public override string? KeyOf(ImportRow row) =>
        row.Text("base_currency") is { } from && row.Text("quote_currency") is { } to && row.DayOrNull("date") is { } day
            ? string.Create(CultureInfo.InvariantCulture, $"{from}\n{to}\n{day:yyyy-MM-dd}\n{row.Text("granularity") ?? "DAY"}")
            : null;

    public override async Task<IReadOnlyList<FactChange>> StoreAsync(
        DatabaseSession session,
        IReadOnlyList<ImportRow> rows,
        RecordingOptions how,
        CancellationToken cancellationToken
    )
    {
        var inputs = rows.Select(row => row.IsSound ? Read(row, how) : null).ToList();
        var known = await KnownAsync(session, inputs, cancellationToken);
        var changes = new FactChange[rows.Count];
        for (var i = 0; i < rows.Count; i++)
            if (inputs[i] is { } input)
            {
                if (how.ExpectsNew && Find(known, input) is { } rate && !rate.Says(input))
                    rows[i]
                        .Refuse(
                            "date",
                            ErrorCode.AlreadyExists,
                            "There is another rate of these currencies and this day, and a new one was expected: leave the row out, or send the file without "
                                + "expecting new rows."
                        );
                else
                    changes[i] = Take(session, known, input, how.Now);
            }
        if (await session.SaveOrErrorAsync(cancellationToken) is { } refused)
            foreach (var row in rows)
                row.Refuse(null, refused.Code, refused.Message);
        return changes;
    }

    private static SetExchangeRateInput? Read(ImportRow row, RecordingOptions how)
    {
        var input = FileColumns<SetExchangeRateInput>.Read(row);
        if (!row.IsSound)
            return null;
        var checks = SetExchangeRate.Checked(input, how);
        foreach (var error in checks.Errors)
            row.Refuse(error, FileColumns<SetExchangeRateInput>.NameOf);
        row.Doubt(checks.Doubts, FileColumns<SetExchangeRateInput>.NameOf);
        return row.IsSound ? input : null;
    }

    private static async Task<Dictionary<string, ExchangeRate>> KnownAsync(
        DatabaseSession session,
        IReadOnlyList<SetExchangeRateInput?> inputs,
        CancellationToken cancellationToken
    )
    {
        var days = inputs.OfType<SetExchangeRateInput>().Select(input => input.Day).Distinct().ToList();
        var rates = await session.Db.Set<ExchangeRate>().Where(rate => days.Contains(rate.Day)).ToListAsync(cancellationToken);
        return rates.ToDictionary(rate => Key(rate.BaseCurrency, rate.QuoteCurrency, rate.Granularity, rate.Day));
    }

    private static FactChange Take(
        DatabaseSession session,
        Dictionary<string, ExchangeRate> known,
        SetExchangeRateInput input,
        DateTimeOffset now
    )
    {
        if (Find(known, input) is not { } rate)
        {
            session.Db.Add(ExchangeRate.Create(session.TenantId, input, now));
            return FactChange.Created;
        }
        if (rate.Says(input))
            return FactChange.Unchanged;
        rate.Set(input.Rate, input.Source, now);
        return FactChange.Updated;
    }

    private static ExchangeRate? Find(Dictionary<string, ExchangeRate> known, SetExchangeRateInput input) =>
        known.GetValueOrDefault(Key(input.BaseCurrency, input.QuoteCurrency, input.Granularity, input.Day));

    private static string Key(string from, string to, RateGranularity granularity, DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{from} {to} {granularity} {day:yyyy-MM-dd}");
}
