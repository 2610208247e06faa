using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.ExchangeRates;

internal sealed class ExchangeRatesModule : ProductModule
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } = [typeof(SetExchangeRate)];

    public override void Map(ModelBuilder model) => ExchangeRate.Map(model);
}
