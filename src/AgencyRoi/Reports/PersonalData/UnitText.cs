namespace AgencyRoi.Reports.PersonalData;

/// <summary>The name of a unit of value, in the part that a reference of another system is and what stands around it.</summary>
internal readonly record struct UnitText(string Before, string Text, string After)
{
    private const int LengthOfMonth = 8;

    public static UnitText Of(string unit)
    {
        var first = unit.IndexOf(':', StringComparison.Ordinal) + 1;
        var kind = unit[..first];
        // Of a goal: conversion:GOAL:REFERENCE. Of a month: contact:REFERENCE:2025-03.
        var start = kind is "conversion:" or "outcome:" ? unit.IndexOf(':', first) + 1 : first;
        var end = kind is "contact:" ? unit.Length - LengthOfMonth : unit.Length;
        return new(unit[..start], unit[start..end], unit[end..]);
    }

    public string In(ErasedTexts texts) => Before + texts.Of(Text) + After;
}
