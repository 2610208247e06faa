namespace AgencyRoi.GraphQL.Language;

/// <summary>https://spec.graphql.org/September2025/#sec-Language.Source-Text.Lexical-Tokens; comments and other ignored text are no tokens here.</summary>
internal enum TokenKind : byte
{
    StartOfFile,
    EndOfFile,
    Bang,
    Dollar,
    Ampersand,
    LeftParenthesis,
    RightParenthesis,
    Spread,
    Colon,
    EqualsSign,
    At,
    LeftBracket,
    RightBracket,
    LeftBrace,
    Pipe,
    RightBrace,
    Name,
    Int,
    Float,
    String,
    BlockString,
}

internal static class TokenKindText
{
    /// <summary>How a message names the kind; the wording is graphql-js's, which developers know from their tools.</summary>
    public static string Describe(this TokenKind kind) =>
        kind switch
        {
            TokenKind.StartOfFile => "<SOF>",
            TokenKind.EndOfFile => "<EOF>",
            TokenKind.Bang => "\"!\"",
            TokenKind.Dollar => "\"$\"",
            TokenKind.Ampersand => "\"&\"",
            TokenKind.LeftParenthesis => "\"(\"",
            TokenKind.RightParenthesis => "\")\"",
            TokenKind.Spread => "\"...\"",
            TokenKind.Colon => "\":\"",
            TokenKind.EqualsSign => "\"=\"",
            TokenKind.At => "\"@\"",
            TokenKind.LeftBracket => "\"[\"",
            TokenKind.RightBracket => "\"]\"",
            TokenKind.LeftBrace => "\"{\"",
            TokenKind.Pipe => "\"|\"",
            TokenKind.RightBrace => "\"}\"",
            _ => kind.ToString(),
        };
}
