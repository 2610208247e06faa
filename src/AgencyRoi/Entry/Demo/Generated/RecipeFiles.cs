using System.Text.Json;
using System.Text.Json.Serialization;

namespace AgencyRoi.Entry.Demo.Generated;

/// <summary>The recipes beside this file, which travel inside the program. A member that no recipe knows is refused: it would be left out silently.</summary>
internal static class RecipeFiles
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        Converters = { new EnumCodes() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    /// <param name="reference">The client's, after which its file is named.</param>
    public static Recipe Read(string reference)
    {
        using var file =
            typeof(RecipeFiles).Assembly.GetManifestResourceStream($"AgencyRoi.recipes.{reference}.json")
            ?? throw new InvalidOperationException($"The recipe {reference} is not in the program.");
        return JsonSerializer.Deserialize<Recipe>(file, Form)!; // no file holds null
    }

    /// <summary>Codes as everywhere outside C#.</summary>
    private sealed class EnumCodes : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(EnumCodeOf<>).MakeGenericType(typeToConvert))!; // has a constructor without parameters
    }

    private sealed class EnumCodeOf<TEnum> : JsonConverter<TEnum>
        where TEnum : struct, Enum
    {
        public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            EnumCode.Parse<TEnum>(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) =>
            writer.WriteStringValue(EnumCode.Of(value));
    }
}
