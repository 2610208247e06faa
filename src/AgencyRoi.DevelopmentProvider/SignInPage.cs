using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;
using OpenIddict.Abstractions;

namespace AgencyRoi.DevelopmentProvider;

/// <summary>The page on which somebody is chosen: one form, without a script.</summary>
internal static class SignInPage
{
    public const string Person = "person";
    public const string Email = "email";
    public const string Cancel = "cancel";

    private static readonly string[] Own = [Person, Email, Cancel];

    public static IResult Of(OpenIddictRequest request, People people, string? problem)
    {
        var page = PageFiles
            .Text("sign-in.html")
            .Replace(
                "{problem}",
                problem is null ? "" : $"<p class=\"problem\" role=\"alert\">{Html(problem)}</p>",
                StringComparison.Ordinal
            )
            .Replace("{request}", Request(request), StringComparison.Ordinal)
            .Replace("{people}", List(people), StringComparison.Ordinal);
        return Results.Content(page, "text/html; charset=utf-8", Encoding.UTF8, problem is null ? 200 : 400);
    }

    // The app's own request goes round with the form; the library checks it once more when it comes back.
    private static string Request(OpenIddictRequest request) =>
        string.Concat(
            request
                .GetParameters()
                .Where(parameter => !Own.Contains(parameter.Key))
                .Select(parameter =>
                    $"<input type=\"hidden\" name=\"{Html(parameter.Key)}\" value=\"{Html((string?)parameter.Value ?? "")}\">\n"
                )
        );

    private static string List(People people) =>
        string.Concat(
            people.Given.Select(person =>
                $"""
                    <li><button name="{Person}" value="{Html(person.Subject)}">
                    <strong>{Html(person.Name)}</strong> <span>{Html(person.Email)}{(person.EmailVerified ? "" : ", not verified")}</span>
                    <small>{Html(person.Note)}</small></button></li>

                    """
            )
        );

    private static string Html(string text) => HtmlEncoder.Default.Encode(text);
}
