using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace AgencyRoi.Platform.Database.Migrations;

/// <summary>A file of <c>db-migrations</c>.</summary>
/// <param name="Checksum">SHA-256 of the text in lower-case hexadecimal, the same for both ways of ending lines.</param>
internal sealed partial record Migration(int Number, string Name, string Text, string Checksum)
{
    /// <summary>The files in the assembly, in order.</summary>
    public static IReadOnlyList<Migration> All { get; } =
    [
        .. EmbeddedSql
            .Names.Select(name => (Resource: name, Match: FileName().Match(name)))
            .Where(file => file.Match.Success)
            .Select(file => Of(file.Match.Groups[1].Value, file.Match.Groups[2].Value, EmbeddedSql.Read(file.Resource)))
            .OrderBy(migration => migration.Number),
    ];

    public static Migration Of(string number, string name, string text)
    {
        var plain = text.ReplaceLineEndings("\n");
        var checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(plain)));
        return new Migration(int.Parse(number, CultureInfo.InvariantCulture), name, plain, checksum);
    }

    public override string ToString() => $"{Number:0000}_{Name}";

    [GeneratedRegex(@"^db_migrations\._?(\d{4})_([a-z0-9_]+)\.sql$")]
    private static partial Regex FileName();
}
