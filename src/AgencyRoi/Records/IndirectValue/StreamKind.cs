using System.Text.Json;
using AgencyRoi.Ledger.Entries;
using AgencyRoi.Metrics.Streams;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;
using Stated = AgencyRoi.Metrics.Streams.StreamFact;

namespace AgencyRoi.Records.IndirectValue;

/// <summary>
/// Everything about one kind of fact: where its value belongs, what its content is and must keep, how a file writes it, and which valuation
/// makes money of it.
/// </summary>
internal abstract class StreamKind
{
    public abstract StreamFactKind Kind { get; }

    /// <summary>What the ledger calls it: the same.</summary>
    public SourceKind SourceKind => EnumCode.Parse<SourceKind>(EnumCode.Of(Kind));

    public abstract ValueStream Stream { get; }

    /// <summary>As the address and the verb of imports name it: the fact's plural in kebab-case.</summary>
    public abstract string ImportName { get; }

    /// <summary>The grade of a fact that states none.</summary>
    public abstract EvidenceGrade DefaultGrade { get; }

    /// <summary>
    /// The method of a kind that makes one entry of a fact, on its day and of its own content alone. Null: there may be entries of several days, or the value
    /// depends on what the ledger holds of other facts.
    /// </summary>
    public virtual ValuationMethod? OneEntry => null;

    /// <summary>The columns of its content in a file.</summary>
    public abstract IReadOnlyList<ImportColumn> Columns { get; }

    public abstract string Write(IStreamContent content);

    public abstract IStreamContent Read(string text);

    public abstract IStreamContent Read(ImportRow row);

    public abstract void Check(FactChecks checks, StreamFactStatement statement);

    /// <param name="statement">It has passed the checks.</param>
    /// <exception cref="OverflowException">The amount is too large for the ledger.</exception>
    public abstract StreamValue Value(StreamFactStatement statement, ValuationSurroundings surroundings, ValuationTerms terms);
}

/// <summary>A kind whose content is a <typeparamref name="TContent"/>, valued as a <typeparamref name="TInput"/>.</summary>
internal abstract class StreamKind<TContent, TInput> : StreamKind
    where TContent : class, IStreamContent
    where TInput : IStreamInput
{
    public sealed override string Write(IStreamContent content) => StoredJson.Write((TContent)content);

    public sealed override IStreamContent Read(string text) => StoredJson.Read<TContent>(text);

    public sealed override IReadOnlyList<ImportColumn> Columns { get; } = FileColumns<TContent>.With();

    public sealed override IStreamContent Read(ImportRow row) => FileColumns<TContent>.Read(row);

    public sealed override void Check(FactChecks checks, StreamFactStatement statement)
    {
        var content = (TContent)statement.Content;
        checks.Currency(content.Currency);
        ContentNumbers<TContent>.Check(checks, content);
        Check(checks, content, statement);
        try
        {
            foreach (var fault in Input(statement, content, new ValuationSurroundings(Margin: null)).Faults())
                checks.Add(fault, FieldOf);
        }
        catch (OverflowException)
        {
            checks.Add(new BadInputError(AmountMessages.Posted, checks.Path));
        }
    }

    public sealed override StreamValue Value(StreamFactStatement statement, ValuationSurroundings surroundings, ValuationTerms terms)
    {
        var content = (TContent)statement.Content;
        var fact = new Stated(
            statement.ExternalReference,
            statement.OccurredOn,
            statement.EvidenceGrade,
            content.Currency,
            statement.Dimensions
        );
        return Value(fact, Input(statement, content, surroundings), surroundings, terms);
    }

    /// <summary>The content's field that a field of the valuation's input comes from.</summary>
    protected virtual string FieldOf(string inputField) =>
        JsonNamingPolicy.CamelCase.ConvertName(inputField.Replace(".", "", StringComparison.Ordinal));

    /// <summary>What the valuation does not check itself: texts, days, and numbers of more digits than are kept.</summary>
    protected virtual void Check(FactChecks checks, TContent content, StreamFactStatement statement) { }

    protected abstract TInput Input(StreamFactStatement statement, TContent content, ValuationSurroundings surroundings);

    /// <summary>What the kind's valuation makes of it, unless its surroundings say otherwise.</summary>
    protected virtual StreamValue Value(Stated fact, TInput input, ValuationSurroundings surroundings, ValuationTerms terms) =>
        Value(fact, input, terms);

    protected abstract StreamValue Value(Stated fact, TInput input, ValuationTerms terms);
}
