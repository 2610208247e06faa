using AgencyRoi.Recording.Facts;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;
using AgencyRoi.Records.Contacts;
using AgencyRoi.Records.Contacts.Profiles;
using AgencyRoi.Records.Contacts.Segments;
using AgencyRoi.Records.Experiments;
using AgencyRoi.Records.Paths;
using AgencyRoi.Records.Touches;

namespace AgencyRoi.Tests.Recording.Imports;

/// <summary>A statement's member has a column in files, of its name and type.</summary>
public sealed class FileColumnsTests
{
    internal sealed record Told : FactStatement
    {
        [InFile(Otherwise = FileNumber.Amount)]
        public required FileNumber Kind { get; init; }

        [InFile("How many.", Number = FileNumber.Quantity)]
        public decimal Quantity { get; init; } = 1m;

        [InFile("When.")]
        public required DateOnly OccurredOn { get; init; }

        public int? Place { get; init; }

        public override DateOnly Day => OccurredOn;

        public override void Check(FactChecks checks) { }
    }

    internal sealed record Unreadable : FactStatement
    {
        [InFile("How long.")]
        public TimeSpan Length { get; init; }

        public override DateOnly Day => default;

        public override void Check(FactChecks checks) { }
    }

    [Fact]
    public void A_column_has_the_name_of_its_member_and_is_required_where_nothing_stands_for_it() =>
        Assert.Equal(
            [
                new("external_reference", "The row's key in your system; sent again, the row is a correction.", IsRequired: true),
                new("date", "When.", IsRequired: true),
                new("kind", "AMOUNT (the default) or one of SMALL, QUANTITY."),
                new QuantityColumn("quantity", "How many."),
                new("place", "Where."),
            ],
            FileColumns<Told>.With([new("place", "Where.")])
        );

    [Theory]
    [InlineData("SMALL", "2.5", "Small", 2.5)]
    [InlineData("", "", "Amount", 1)]
    public void A_field_is_read_as_its_member_and_an_empty_one_is_what_stands_for_it(
        string kind,
        string quantity,
        string readKind,
        decimal readQuantity
    )
    {
        var row = Row(" a-1 ", "2025-12-31", kind, quantity);

        Assert.Equal(
            new Told
            {
                ExternalReference = "a-1",
                OccurredOn = new(2025, 12, 31),
                Kind = Enum.Parse<FileNumber>(readKind),
                Quantity = readQuantity,
            },
            FileColumns<Told>.Read(row)
        );
        Assert.Empty(row.Errors);
    }

    [Fact]
    public void A_required_field_that_is_empty_is_an_error_at_its_column()
    {
        var row = Row("a-1", "", "SMALL", "x");
        FileColumns<Told>.Read(row);

        Assert.Equal(["date", "quantity"], row.Errors.Select(error => error.Column));
    }

    [Fact]
    public void A_member_of_a_type_that_no_field_is_gets_named() =>
        Assert.Equal(
            "Unreadable.Length is a System.TimeSpan, which no field of a file is.",
            Assert.Throws<TypeInitializationException>(() => FileColumns<Unreadable>.Read).InnerException!.Message
        );

    [Fact]
    public void Every_member_of_a_statement_can_be_said_in_a_file()
    {
        var kinds =
            from kind in new ImportKinds(Modules.All).All
            let recording = kind.GetType().BaseType!
            where recording.Name == "RecordingImport`2"
            select (kind.Name, Statement: recording.GetGenericArguments()[0], Columns: kind.Columns.Select(column => column.Name));
        var unsaid =
            from kind in kinds
            from member in kind.Statement.GetProperties()
            where member.SetMethod is not null && !kind.Columns.Contains(ImportColumn.NameOf(member.Name))
            where
                member.Name
                    is not (nameof(TouchStatement.JourneyKey) or nameof(TouchStatement.NamedKey) or nameof(JourneyPathStatement.Touches)) // made of what is said
            where member.Name is not nameof(ContactStatement.ContactId) // found by the keys
            where member.Name is not (nameof(ContactStatement.NetworkCode) or nameof(ContactStatement.CrmId)) // "network" and "crm_id"
            // "attribute", "offer", "need" and "variant"
            where member.Name is not (nameof(ContactAttributeStatement.AttributeCode) or nameof(ContactOfferStatement.OfferCode))
            where member.Name is not (nameof(ContactOfferStatement.NeedCode) or nameof(MessageResultStatement.VariantCode))
            where member.Name is not (nameof(ExperimentResultStatement.ExperimentCode) or nameof(ExperimentResultStatement.GroupName)) // "experiment", "group"
            select $"{kind.Name}: {member.Name}";

        Assert.Equal(23, kinds.Count());
        Assert.Equal(["costs: IsCredit"], unsaid); // an amount below zero
    }

    private static ImportRow Row(params string[] fields) =>
        new(ImportHeader.Read(["external_reference", "date", "kind", "quantity"], FileColumns<Told>.With([])), fields, new(2, 2));
}
