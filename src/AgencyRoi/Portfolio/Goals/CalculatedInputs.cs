using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Rows;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.Goals;

/// <summary>The inputs of a value that is calculated: what is given, what is in force already, and what is taken from the client or from a role class.</summary>
internal readonly record struct CalculatedInputs(ValueCalculation? Calculation, IUserError? Error)
{
    /// <summary>Whether an input that is wanted from elsewhere is not there. Without a calculation the value is stated.</summary>
    public bool Failed([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out IUserError? error, out ValueCalculation? calculation)
    {
        (error, calculation) = (Error, Calculation);
        return error is not null;
    }

    /// <param name="values">All values of the goal.</param>
    public static async Task<CalculatedInputs> OfAsync(
        DatabaseSession session,
        Goal goal,
        SetGoalValueInput input,
        IEnumerable<GoalValue> values,
        CancellationToken cancellationToken
    )
    {
        var inForce = values.InForceOn(input.EffectiveFrom) is { } value && value.Currency == input.Currency ? value.Calculated : null;
        if (input.Lead is { } lead)
        {
            var margin = await session
                .Db.Set<Client>()
                .Where(client => client.Id == goal.ClientId)
                .Select(client => client.Margin)
                .SingleAsync(cancellationToken);
            return new(lead.After(inForce?.Kind == CalculationKind.Lead ? inForce : null, input.Currency, margin), null);
        }
        return input.SolvedProblem is { } problem
            ? await OfAsync(session, input, problem, inForce?.Kind == CalculationKind.SolvedProblem ? inForce : null, cancellationToken)
            : default;
    }

    private static async Task<CalculatedInputs> OfAsync(
        DatabaseSession session,
        SetGoalValueInput input,
        SolvedProblemValueInput problem,
        ValueCalculation? known,
        CancellationToken cancellationToken
    )
    {
        if (problem.RoleAfter(known) is not { } role)
            return new(problem.After(known, input.Currency, rateOfRole: null), null);
        // The value would tell what an hour costs.
        if (AgencyWide.FinancesErrorFor(session) is { } forbidden)
            return new(null, forbidden);
        var rates = await RoleRates.LoadAsync(session, role, cancellationToken);
        return RoleRates.On(rates, input.EffectiveFrom)?.PerHour switch
        {
            null => Refused(
                $"No labour rate of {EnumCode.Of(role)} holds on {input.EffectiveFrom:yyyy-MM-dd}: give one with createHourlyRate."
            ),
            { } rate when rate.CurrencyCode != input.Currency => Refused($"The rate is in {rate.CurrencyCode}: give the value in it."),
            { } rate => new(problem.After(known, input.Currency, rate), null),
        };

        static CalculatedInputs Refused(string message) =>
            new(null, new BadInputError(message, ["input", "solvedProblem", "hourlyRateOfRole"]));
    }
}
