using AgencyRoi.Platform.Database;

namespace AgencyRoi.Reports.PersonalData;

/// <summary>
/// The units of value of an erased person, which the ledger and its claims call by references: each gets another name, alike in entries, claims and the names that claims
/// share. Nothing is reversed or posted, so that no amount, month or edition is another.
/// </summary>
internal sealed class ErasedUnits
{
    private const string ForgetNames = "delete from app.claim_names where tenant_id = $1 and client_id = $2 and source_id = any($3)";

    private static readonly string Read = EmbeddedSql.Read("Reports.PersonalData.units_of_sources.sql");
    private static readonly string Entries = EmbeddedSql.Read("Reports.PersonalData.rename_entries.sql");
    private static readonly string Inputs = EmbeddedSql.Read("Reports.PersonalData.rename_inputs.sql");
    private static readonly string Claims = EmbeddedSql.Read("Reports.PersonalData.rename_claims.sql");
    private static readonly string Names = EmbeddedSql.Read("Reports.PersonalData.keep_names.sql");

    private readonly List<(Guid Source, string Unit)> units = [];
    private readonly List<(Guid Source, string Unit, string Name)> names = [];
    private Guid[] sources = [];

    /// <summary>The references in the names: those of earlier revisions among them, which no fact has any more.</summary>
    public IEnumerable<string> Texts =>
        units.Select(unit => unit.Unit).Concat(names.Select(name => name.Name)).Select(unit => UnitText.Of(unit).Text);

    public static async Task<ErasedUnits> LoadAsync(
        DatabaseSession session,
        ClientId client,
        Guid[] sources,
        CancellationToken cancellationToken
    )
    {
        var found = new ErasedUnits { sources = sources };
        await using var command = session.Command(Read).With(session.TenantId, session.Visible(client), sources);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            if (reader.IsDBNull(2))
                found.units.Add((reader.GetGuid(0), reader.GetString(1)));
            else
                found.names.Add((reader.GetGuid(0), reader.GetString(1), reader.GetString(2)));
        return found;
    }

    /// <param name="facts">The sources as they were.</param>
    /// <returns>How many entries have another name for their unit.</returns>
    public async Task<int> RenameAsync(
        DatabaseSession session,
        ClientId client,
        ErasedTexts texts,
        ErasedFacts facts,
        CancellationToken cancellationToken
    )
    {
        var references = facts.References;
        Guid[] of = [.. units.Select(unit => unit.Source)];
        string[] was = [.. units.Select(unit => unit.Unit)];
        string[] becomes = [.. units.Select(unit => UnitText.Of(unit.Unit).In(texts))];
        await using (var forget = session.Command(ForgetNames).With(session.TenantId, session.Visible(client), sources))
            await forget.ExecuteNonQueryAsync(cancellationToken);
        await using (
            var claims = session
                .Command(Claims)
                .With(
                    session.TenantId,
                    session.Visible(client),
                    of,
                    was,
                    becomes,
                    of.Select(source => texts.Of(references.GetValueOrDefault(source, ""))).ToArray()
                )
        )
            await claims.ExecuteNonQueryAsync(cancellationToken);
        await using (
            var keep = session
                .Command(Names)
                .With(
                    session.TenantId,
                    session.Visible(client),
                    names.Select(name => name.Source).ToArray(),
                    names.Select(name => UnitText.Of(name.Unit).In(texts)).ToArray(),
                    names.Select(name => UnitText.Of(name.Name).In(texts)).ToArray()
                )
        )
            await keep.ExecuteNonQueryAsync(cancellationToken);
        var sales = facts.Sales.ToDictionary(sale => sale.Id, sale => texts.Of(sale.ExternalReference));
        await using (
            var inputs = session
                .Command(Inputs)
                .With(
                    session.TenantId,
                    session.Visible(client),
                    facts.Refunds.Select(refund => refund.Id).ToArray(),
                    facts.Refunds.Select(refund => sales[refund.SaleId]).ToArray()
                )
        )
            await inputs.ExecuteNonQueryAsync(cancellationToken);
        await using var entries = session.Command(Entries).With(session.TenantId, session.Visible(client), of, was, becomes);
        return await entries.ExecuteNonQueryAsync(cancellationToken);
    }
}
