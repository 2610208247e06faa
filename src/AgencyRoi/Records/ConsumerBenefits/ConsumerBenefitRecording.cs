using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Records.Valuation;

namespace AgencyRoi.Records.ConsumerBenefits;

/// <summary>How benefits to consumers come in: an amount without an exchange rate of its day is refused, as one that is posted would be.</summary>
internal sealed class ConsumerBenefitRecording() : ObservationRecording<ConsumerBenefit, ConsumerBenefitStatement>("benefit to consumers")
{
    protected override async Task<Func<ConsumerBenefitStatement, IUserError?>> RefusalsAsync(
        DatabaseSession session,
        IReadOnlyList<ConsumerBenefitStatement> statements,
        IReadOnlyList<ClientId> clients,
        CancellationToken cancellationToken
    )
    {
        var rates = await PostingContext.ReadAsync(
            session,
            [.. statements.Select(statement => (statement.ClientId, statement.OccurredOn))],
            cancellationToken
        );
        return statement => rates.RatesOrError(statement.ClientId, statement.Currency, statement.OccurredOn, out _);
    }
}
