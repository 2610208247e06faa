using AgencyRoi.Platform;
using AgencyRoi.Recording.Imports;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Terms.ExchangeRates;

internal sealed class ExchangeRatesModule : ProductModule, IMapsEntities, IImports
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [typeof(ExchangeRateQueries), typeof(ExchangeRateFields), typeof(SetExchangeRate)];

    public IReadOnlyList<ImportKind> Imports { get; } = [new ExchangeRateImport()];

    public void Map(ModelBuilder model)
    {
        Currency.Map(model);
        ExchangeRate.Map(model);
    }
}
