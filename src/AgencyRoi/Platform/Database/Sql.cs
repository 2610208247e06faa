namespace AgencyRoi.Platform.Database;

/// <summary>The few places where a name or a text must stand in a statement itself, since DDL takes no parameters.</summary>
internal static class Sql
{
    public static string Identifier(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
