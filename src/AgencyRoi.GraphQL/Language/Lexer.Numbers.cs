namespace AgencyRoi.GraphQL.Language;

internal ref partial struct Lexer
{
    /// <summary>
    /// https://spec.graphql.org/September2025/#sec-Int-Value and #sec-Float-Value. A number is followed neither by a digit (so no
    /// leading zeros) nor by a dot or a letter (so <c>0xF</c>, <c>1.</c> and <c>1a</c> are mistakes instead of two tokens).
    /// </summary>
    private void ReadNumber()
    {
        var position = Start;
        var kind = TokenKind.Int;

        if (At(position) == '-')
            position++;
        if (At(position) == '0')
        {
            position++;
            if (IsDigit(At(position)))
                throw Error(position, $"Invalid number, unexpected digit after 0: {DescribeCharacter(position)}.");
        }
        else
        {
            position = SkipDigits(position);
        }

        if (At(position) == '.')
        {
            kind = TokenKind.Float;
            position = SkipDigits(position + 1);
        }
        if (At(position) is (byte)'e' or (byte)'E')
        {
            kind = TokenKind.Float;
            position++;
            if (At(position) is (byte)'+' or (byte)'-')
                position++;
            position = SkipDigits(position);
        }

        if (At(position) == '.' || IsNameStart(At(position)))
            throw DigitExpected(position);
        (Kind, End) = (kind, position);
    }

    private readonly int SkipDigits(int position)
    {
        if (!IsDigit(At(position)))
            throw DigitExpected(position);
        while (IsDigit(At(position)))
            position++;
        return position;
    }

    private readonly SyntaxError DigitExpected(int position) =>
        Error(position, $"Invalid number, expected digit but got: {DescribeCharacter(position)}.");
}
