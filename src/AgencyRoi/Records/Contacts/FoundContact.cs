using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Records.Contacts;

/// <summary>The contact that a statement means, as its keys tell it.</summary>
/// <param name="Keys">The keys that the statement gives.</param>
/// <param name="IsNew">Whether none of them was known.</param>
/// <param name="Problem">Why it means none; null: it does.</param>
internal sealed record FoundContact(IReadOnlyList<GivenKey> Keys, bool IsNew = false, IUserError? Problem = null)
{
    public static FoundContact None(IUserError problem) => new([], Problem: problem);
}
