# libmorgue: the rooms in one shared library. What is not marked MORGUE_EXPORT stays inside, so an
# embedder needs neither headers nor libraries of Xapian, Boost or ICU.
include(CMakePackageConfigHelpers)

set(morgue_rooms morgue_base morgue_text morgue_schema morgue_glass morgue_formats
                 morgue_packing morgue_confined morgue_indexer morgue_query morgue_search)
list(TRANSFORM morgue_rooms REPLACE "(.+)" "$<TARGET_OBJECTS:\\1>" OUTPUT_VARIABLE morgue_objects)
set(morgue_symbols ${CMAKE_CURRENT_LIST_DIR}/exported.map)

add_library(morgue_library SHARED ${morgue_objects})
add_library(morgue::morgue ALIAS morgue_library)
set_target_properties(morgue_library PROPERTIES
    OUTPUT_NAME morgue
    EXPORT_NAME morgue
    VERSION ${PROJECT_VERSION}
    SOVERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR}
    LINK_DEPENDS ${morgue_symbols})
# For the libraries that the rooms stand on: all that is in the rooms themselves is in already.
target_link_libraries(morgue_library PRIVATE ${morgue_rooms})
target_link_options(morgue_library PRIVATE "LINKER:--version-script=${morgue_symbols}")
target_compile_features(morgue_library INTERFACE cxx_std_20)
target_include_directories(morgue_library INTERFACE
    $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>
    $<BUILD_INTERFACE:${PROJECT_BINARY_DIR}/include>
    $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)

# What `cmake --install` puts where.
set(morgue_cmake_dir ${CMAKE_INSTALL_LIBDIR}/cmake/morgue)
install(TARGETS morgue_library EXPORT morgueTargets
        LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/morgue ${PROJECT_BINARY_DIR}/include/morgue
        DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN "*.hpp")
install(EXPORT morgueTargets NAMESPACE morgue:: DESTINATION ${morgue_cmake_dir})

configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/morgueConfig.cmake.in
    ${PROJECT_BINARY_DIR}/morgueConfig.cmake INSTALL_DESTINATION ${morgue_cmake_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/morgueConfigVersion.cmake
    COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/morgueConfig.cmake
              ${PROJECT_BINARY_DIR}/morgueConfigVersion.cmake
        DESTINATION ${morgue_cmake_dir})

# The prefix is found from the file itself: `cmake --install --prefix` may choose another one.
file(RELATIVE_PATH morgue_prefix_from_pc
     ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
configure_file(${CMAKE_CURRENT_LIST_DIR}/morgue.pc.in ${PROJECT_BINARY_DIR}/morgue.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/morgue.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

install(FILES ${PROJECT_SOURCE_DIR}/README.md ${PROJECT_SOURCE_DIR}/CHANGELOG.md
              ${PROJECT_SOURCE_DIR}/LICENSE
              ${PROJECT_SOURCE_DIR}/docs/EMBEDDING.md ${PROJECT_SOURCE_DIR}/docs/OUTPUT-SCHEMA.md
              ${PROJECT_SOURCE_DIR}/docs/QUERY-SYNTAX.md
        DESTINATION ${CMAKE_INSTALL_DOCDIR})
