using AgencyRoi.Platform;
using AgencyRoi.Recording.Imports;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Terms.ExchangeRates;

internal sealed class ExchangeRatesModule : ProductModule
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [typeof(ExchangeRateQueries), typeof(ExchangeRateFields), typeof(SetExchangeRate)];

    public override IReadOnlyList<ImportKind> Imports { get; } = [new ExchangeRateImport()];

    public override void Map(ModelBuilder model)
    {
        Currency.Map(model);
        ExchangeRate.Map(model);
    }
}
