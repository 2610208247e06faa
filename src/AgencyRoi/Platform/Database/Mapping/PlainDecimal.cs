using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AgencyRoi.Platform.Database.Mapping;

/// <summary>
/// A number as a person would write it: a column of ten places gives back 5.0000000000 for 5, and the scale of a decimal is shown to clients.
/// Dividing by one at the greatest scale takes off the zeros and nothing else.
/// </summary>
internal sealed class PlainDecimal() : ValueConverter<decimal, decimal>(value => value, stored => stored / 1.0000000000000000000000000000m);
