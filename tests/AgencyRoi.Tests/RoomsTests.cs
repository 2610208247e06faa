using System.Text.RegularExpressions;
using AgencyRoi.LocalPostgres;

namespace AgencyRoi.Tests;

/// <summary>The product is a house of rooms, a folder each: whoever opens one may have to read the rooms below it, and never those above.</summary>
public sealed partial class RoomsTests
{
    private static readonly string Product = Path.Combine(Checkout.Root, "src", "AgencyRoi");

    [Fact]
    public void No_rooms_know_each_other_in_a_circle()
    {
        var open = Rooms();

        // Whoever knows only rooms that are closed can be closed; what is left in the end goes in circles.
        while (open.FirstOrDefault(room => !room.Value.Overlaps(open.Keys)) is { Key: { } closed })
            open.Remove(closed);

        Assert.Empty(open.Select(room => $"{room.Key} knows {string.Join(", ", room.Value.Intersect(open.Keys).Order())}"));
    }

    private static Dictionary<string, HashSet<string>> Rooms() =>
        Directory
            .EnumerateDirectories(Product)
            .Where(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Any())
            .ToDictionary(
                folder => Path.GetFileName(folder),
                folder =>
                    Directory
                        .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
                        .SelectMany(File.ReadLines)
                        .Select(line => Using().Match(line).Groups["room"].Value)
                        .Where(room => room.Length > 0 && room != Path.GetFileName(folder))
                        .ToHashSet()
            );

    [GeneratedRegex(@"^using (static |\w+ = )?AgencyRoi\.(?<room>\w+)")]
    private static partial Regex Using();
}
