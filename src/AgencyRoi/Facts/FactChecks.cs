using AgencyRoi.Errors;

namespace AgencyRoi.Facts;

/// <summary>The checks of a fact, which know when and how it is stated.</summary>
internal sealed class FactChecks : InputChecks
{
    private readonly Recording how;

    public FactChecks(Recording how) => this.how = how;

    private FactChecks(Recording how, List<IError> errors, string[] path)
        : base(errors, path) => this.how = how;

    public new FactChecks Within(string field) => new(how, Gathered, PathOf(field));

    /// <summary>The fact's own key. A correction cannot change it, so that one which was stored before this was asked does not stand in its way.</summary>
    public void OwnKey(string key)
    {
        if (!how.IsCorrection)
            Key(key, "externalReference");
    }
}
