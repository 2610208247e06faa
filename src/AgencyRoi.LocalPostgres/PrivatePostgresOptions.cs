namespace AgencyRoi.LocalPostgres;

/// <param name="Folder">Where the cluster lies, unless the server's account cannot reach it.</param>
internal sealed record PrivatePostgresOptions(string Folder)
{
    /// <summary>The cluster of <c>demo</c>.</summary>
    public static PrivatePostgresOptions ForCheckout => new(Path.Combine(Checkout.StateFolder, "pg"));

    /// <summary>A port that must be had. Without one, the port of the last run, or else any free one, is taken.</summary>
    public int? Port { get; init; }

    /// <summary>Off only for tests: a power cut then loses data, and everything is faster.</summary>
    public bool Durable { get; init; } = true;

    public int MaxConnections { get; init; } = 100;
}
