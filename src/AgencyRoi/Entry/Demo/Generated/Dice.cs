namespace AgencyRoi.Entry.Demo.Generated;

/// <summary>
/// Numbers that look random and are the same everywhere: SplitMix64 (Steele, Lea and Flood, 2014), since <see cref="Random"/> promises no
/// sequence from one version of .NET to the next. Whole numbers and decimals only: floating point could differ between machines.
/// </summary>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed;

    /// <summary>From <paramref name="least"/> to <paramref name="most"/>, both possible.</summary>
    public int Between(int least, int most) => least + (int)(Next() % (ulong)(most - least + 1));

    /// <summary>An amount up to so many percent above or below the middle, in cents.</summary>
    public decimal Around(decimal middle, int percent) =>
        decimal.Round(middle * (100_00 + Between(-percent * 100, percent * 100)) / 100_00, 2);

    /// <summary>True in so many of a hundred cases.</summary>
    public bool Chance(int percent) => Between(1, 100) <= percent;

    /// <summary>A whole number near an expectation: 2.3 is 2 in seven of ten cases, else 3.</summary>
    public int Count(decimal expected)
    {
        var whole = (int)decimal.Floor(expected);
        return whole + (Between(1, 1000) <= (expected - whole) * 1000 ? 1 : 0);
    }

    /// <summary>64 bits.</summary>
    public ulong Next()
    {
        var mixed = state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
