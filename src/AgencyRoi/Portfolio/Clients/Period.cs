using AgencyRoi.Platform;

namespace AgencyRoi.Portfolio.Clients;

/// <summary>Days from <c>from</c> up to, and without, <c>to</c>.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The first day after it.</param>
[Portal]
internal sealed record Period(DateOnly From, DateOnly To);
