using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Entry.Demo;

/// <summary>The product's answers to the demo's data. It refuses none of it: a refusal is a fault of the demo.</summary>
internal static class DemoData
{
    public static T Must<T>(FieldResult<T> result) => result.IsError ? throw Refused((IUserError)result.Errors[0]) : result.Value!; // a value or errors

    public static InvalidOperationException Refused(IUserError? error) =>
        new($"The demo's data was refused: {error?.Message} ({string.Join('.', error?.Path ?? [])})");
}
