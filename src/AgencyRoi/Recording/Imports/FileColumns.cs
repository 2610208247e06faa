using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Recording.Imports;

/// <summary>The columns of a file that a record's members have by <see cref="InFileAttribute"/>, and how they are read. Compiled once for each record, when its first row is read.</summary>
internal static class FileColumns<TRecord>
    where TRecord : class
{
    private static readonly Dictionary<Type, string> Readers = new()
    {
        [typeof(string)] = nameof(ImportRow.Text),
        [typeof(DateOnly)] = nameof(ImportRow.Day),
        [typeof(DateTimeOffset)] = nameof(ImportRow.Moment),
        [typeof(decimal)] = nameof(ImportRow.Number),
        [typeof(int)] = nameof(ImportRow.Count),
        [typeof(bool)] = nameof(ImportRow.Flag),
        [typeof(IReadOnlyList<string>)] = nameof(ImportRow.Words),
    };

    private static readonly TRecord Unsaid = Activator.CreateInstance<TRecord>();

    // The key and the day first, then in the order of the record, after the record that it is one of.
    private static readonly PropertyInfo[] Members =
    [
        .. typeof(TRecord)
            .GetProperties()
            .Where(member => member.SetMethod is not null)
            .OrderBy(member => member.Name != nameof(FactStatement.ExternalReference))
            .ThenBy(member => ImportColumn.NameOf(member.Name) != ImportColumn.Day)
            .ThenBy(member => member.DeclaringType == typeof(TRecord)),
    ];

    /// <summary>What a row says of the members that are in a file; the others are to be looked up.</summary>
    public static readonly Func<ImportRow, TRecord> Read = CompiledAtFirstRow(Reading());

    /// <summary>The columns of the members, among them those that are looked up, each in the place of its member.</summary>
    public static IReadOnlyList<ImportColumn> With(params IReadOnlyList<ImportColumn> lookedUp)
    {
        var given = lookedUp.ToDictionary(column => column.Name);
        return
        [
            .. Members.SelectMany(member =>
                given.TryGetValue(ImportColumn.NameOf(member.Name), out var column) ? [column] : ColumnsOf(member)
            ),
        ];
    }

    /// <summary>The column of a member by its name as a field of an input; the name itself where the member has none.</summary>
    public static string NameOf(string field) =>
        Array.Find(Members, member => member.Name.Equals(field, StringComparison.OrdinalIgnoreCase)) is { } member ? NameOf(member) : field;

    private static string NameOf(PropertyInfo member) =>
        member.GetCustomAttribute<InFileAttribute>()?.Column ?? ImportColumn.NameOf(member.Name);

    private static IEnumerable<ImportColumn> ColumnsOf(PropertyInfo member) =>
        member.GetCustomAttribute<InFileAttribute>() is not { } inFile ? []
        : HasSeveral(member.PropertyType) ? AllOf(member.PropertyType, ColumnOf(member, inFile))
        : [ColumnOf(member, inFile)];

    private static bool HasSeveral(Type type) =>
        Array.Exists(type.GetInterfaces(), each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IInColumns<>));

    // Called by its name, since the type of the value is that of its member.
    private static IReadOnlyList<ImportColumn> AllOf(Type type, ImportColumn first) =>
        (IReadOnlyList<ImportColumn>)
            typeof(FileColumns<TRecord>)
                .GetMethod(nameof(AllColumns), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(type)
                .Invoke(null, [first])!; // it is there

    private static IReadOnlyList<ImportColumn> AllColumns<T>(ImportColumn first)
        where T : class, IInColumns<T> => [first, .. T.Beside(first)];

    private static T? ReadAll<T>(ImportRow row, string column, bool isRequired)
        where T : class, IInColumns<T> => isRequired || row.Text(column) is not null ? T.Read(row, column) : null;

    private static ImportColumn ColumnOf(PropertyInfo member, InFileAttribute inFile)
    {
        var name = NameOf(member);
        var holds = inFile.Description ?? OneOf(Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType, inFile.Otherwise);
        var isRequired = IsRequired(member, inFile);
        return inFile.Number switch
        {
            FileNumber.Small => new ImportColumn(name, holds, isRequired),
            FileNumber.Amount => new AmountColumn(name, holds, isRequired),
            FileNumber.Quantity => new QuantityColumn(name, holds, isRequired),
            _ => throw new InvalidOperationException($"{inFile.Number} is no kind of number."),
        };
    }

    // Called by its name, since EnumCode asks for the type of the code.
    private static string OneOf(Type type, object? otherwise)
    {
        var all = (IReadOnlyList<string>)typeof(EnumCode).GetMethod(nameof(EnumCode.All))!.MakeGenericMethod(type).Invoke(null, null)!; // it is there
        if (otherwise is null)
            return $"One of {string.Join(", ", all)}.";
        var usual = all[Array.IndexOf(type.GetEnumValues(), otherwise)];
        string[] others = [.. all.Where(code => code != usual)];
        return $"{usual} (the default) or {(others.Length == 1 ? "" : "one of ")}{string.Join(", ", others)}.";
    }

    private static bool IsRequired(PropertyInfo member, InFileAttribute inFile) =>
        inFile.Otherwise is null && member.IsDefined(typeof(RequiredMemberAttribute));

    // A start needs the columns and no row, and most processes read few kinds of files.
    private static Func<ImportRow, TRecord> CompiledAtFirstRow(Expression<Func<ImportRow, TRecord>> reading)
    {
        var compiled = new Lazy<Func<ImportRow, TRecord>>(reading.Compile);
        return row => compiled.Value(row);
    }

    private static Expression<Func<ImportRow, TRecord>> Reading()
    {
        var row = Expression.Parameter(typeof(ImportRow));
        var read = Members
            .Where(member => member.IsDefined(typeof(InFileAttribute)))
            .Select(member => Expression.Bind(member, Field(row, member, member.GetCustomAttribute<InFileAttribute>()!))); // as the line before says
        return Expression.Lambda<Func<ImportRow, TRecord>>(Expression.MemberInit(Expression.New(typeof(TRecord)), read), row);
    }

    private static Expression Field(Expression row, PropertyInfo member, InFileAttribute inFile)
    {
        var type = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
        var isRequired = IsRequired(member, inFile);
        var name = Expression.Constant(NameOf(member));
        if (HasSeveral(type))
            return Expression.Call(typeof(FileColumns<TRecord>), nameof(ReadAll), [type], row, name, Expression.Constant(isRequired));
        var reader =
            type.IsEnum ? nameof(ImportRow.Code)
            : type == typeof(string) && member.IsDefined(typeof(KeyAttribute)) ? nameof(ImportRow.Key)
            : Readers.GetValueOrDefault(type)
                ?? throw new InvalidOperationException($"{typeof(TRecord).Name}.{member.Name} is a {type}, which no field of a file is.");
        if (isRequired)
            reader = "Required" + reader;
        var field = Expression.Call(row, reader, type.IsEnum ? [type] : null, name);
        return isRequired || field.Type == member.PropertyType
            ? field
            : Expression.Coalesce(field, Expression.Constant(Otherwise(inFile, type) ?? member.GetValue(Unsaid), type));
    }

    // An attribute can say no decimal.
    private static object? Otherwise(InFileAttribute inFile, Type type) =>
        type == typeof(decimal) && inFile.Otherwise is int whole ? (decimal)whole : inFile.Otherwise;
}
